[#import "layout.ftl" as layout]
[@layout.page back="/upload/" + name + "/" backText=name]
<div class="govuk-error-summary" data-module="govuk-error-summary">
  <div role="alert">
    <h1 class="govuk-error-summary__title">[=file] was not loaded</h1>
    <div class="govuk-error-summary__body">
      <p class="store-problem">[#if line??]Line [=line][#if column??], column <code>[=column]</code>[/#if]: [/#if][=reason?cap_first].</p>
      [#if value??]<p class="govuk-body">The value is <code>[=value]</code>.</p>[/#if]
    </div>
  </div>
</div>
<p class="govuk-body">Clients still read the version before; nothing of this file was kept in the table.</p>
<a class="govuk-button" role="button" draggable="false" data-module="govuk-button" href="/upload/[=name]/">Upload a mended file</a>
[/@layout.page]
