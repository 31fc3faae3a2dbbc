[#import "layout.ftl" as layout]
[@layout.page]
<h1 class="govuk-heading-l">Your sources</h1>
[#if sources?has_content]
<p class="govuk-body">You may upload files to these sources. Programs of other teams read the tables that they become.</p>
<ul class="store-cards">
  [#list sources as source]
  <li class="store-card">
    <h2 class="govuk-heading-m store-card__name"><a class="govuk-link govuk-link--no-visited-state" href="/upload/[=source.name]/">[=source.name]</a></h2>
    <p class="govuk-body-s store-card__facts">[#if source.loaded??][=source.rows] [#if source.rows == 1]row[#else]rows[/#if], loaded on [=source.loaded][#else]Nothing was loaded yet[/#if]</p>
    <p class="govuk-body-s store-card__facts">Table <code>[=source.table]</code></p>
  </li>
  [/#list]
</ul>
[#else]
<div class="govuk-inset-text">You may not upload to any source yet.</div>
<p class="govuk-body">The file of each source names the groups and the people who may upload, under <code>upload: by:</code>. Ask the team that owns the source to add you, or a group of yours.</p>
<p class="govuk-body">A source that does not exist yet <a class="govuk-link" href="/upload/-/new/">begins with a file</a>.</p>
[/#if]
[/@layout.page]
