[#import "layout.ftl" as layout]
[#macro field id label hint]
<div class="govuk-form-group">
  <label class="govuk-label" for="[=id]">[=label]</label>
  <div class="govuk-hint" id="[=id]-hint">[=hint]</div>
  <input class="govuk-input" id="[=id]" name="[=id]" value="[=values[id]]" aria-describedby="[=id]-hint" spellcheck="false">
</div>
[/#macro]
[@layout.page back="/upload/" backText="Your sources"]
[#if problems?? && problems?has_content]
<div class="govuk-error-summary" data-module="govuk-error-summary">
  <div role="alert">
    <h2 class="govuk-error-summary__title">The file cannot be made yet</h2>
    <div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">[#list problems as problem]<li><span class="store-problem">[=problem]</span></li>[/#list]</ul></div>
  </div>
</div>
[/#if]
<h1 class="govuk-heading-l">New source</h1>
<p class="govuk-body">A source begins with a file that is reviewed. This page fills it in; nothing is created here.</p>
[#if yaml??]
<h2 class="govuk-heading-m">1. Save this as <code>datasets/source/[=values.name].yaml</code></h2>
<pre class="store-yaml" tabindex="0" aria-label="The file"><code>[=yaml]</code></pre>
<h2 class="govuk-heading-m">2. Check it</h2>
<pre class="store-yaml" tabindex="0" aria-label="The command"><code>exportctl validate</code></pre>
<h2 class="govuk-heading-m">3. Open a pull request</h2>
<p class="govuk-body">A minute after it was merged and applied, the source stands below “Your sources”.</p>
<p class="govuk-body"><a class="govuk-link" href="/upload/-/new/">Begin again</a></p>
[#else]
<form method="get" action="/upload/-/new/" novalidate>
  [@field "name" "Name" "Letters a to z, digits and _, such as trade_measures" /]
  [@field "schema" "Organisation and dataset" "As clients will call it, such as trade.measures" /]
  [@field "uploaders" "Who may upload" "Groups and e-mail addresses, with commas between" /]
  [@field "readers" "Who may read" "Ids of clients of the API, with commas between" /]
  [@field "paperwork" "Paperwork" "Address of the agreement under which the data are shared" /]
  <button class="govuk-button" data-module="govuk-button">Fill in the file</button>
</form>
[/#if]
[/@layout.page]
