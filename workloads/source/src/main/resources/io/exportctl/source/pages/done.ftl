[#import "layout.ftl" as layout]
[@layout.page back="/upload/" + name + "/" backText=name]
<div class="govuk-panel govuk-panel--confirmation">
  <h1 class="govuk-panel__title">Loaded</h1>
  <div class="govuk-panel__body">[#if rows??][=rows] [#if rows == 1]row is[#else]rows are[/#if] served[/#if]</div>
</div>
<p class="govuk-body">Clients that read the table <code>[=table]</code> now get version [=version!""], made of [=file].</p>
<p class="govuk-body">If something is wrong with it, you can <a class="govuk-link" href="/upload/[=name]/">restore the version before</a>.</p>
[/@layout.page]
