[#import "layout.ftl" as layout]
[@layout.page back="/upload/" + name + "/" backText=name]
<h1 class="govuk-heading-l"><span class="govuk-caption-l">[=name]</span> Restore version [=id]?</h1>
<dl class="govuk-summary-list">
  [#if current??]
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">Served now</dt>
    <dd class="govuk-summary-list__value">[=current.file], [=current.rows] rows, loaded on [=current.loaded]</dd>
  </div>
  [/#if]
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">To restore</dt>
    <dd class="govuk-summary-list__value">[=wanted.file], [=wanted.rows] rows, loaded on [=wanted.loaded]</dd>
  </div>
</dl>
<p class="govuk-body">Clients get the rows of version [=id] from the next request on. The version that is served now is kept for a day at least.</p>
<form method="post" action="/upload/[=name]/restore/[=id]/?csrf=[=csrf?url('UTF-8')]">
  <div class="govuk-button-group">
    <button class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">Restore version [=id]</button>
    <a class="govuk-link" href="/upload/[=name]/">Cancel</a>
  </div>
</form>
[/@layout.page]
