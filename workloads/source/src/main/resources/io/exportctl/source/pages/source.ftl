[#import "layout.ftl" as layout]
[@layout.page back="/upload/" backText="Your sources" wide=true]
[#if fault??]
<div class="govuk-error-summary" data-module="govuk-error-summary">
  <div role="alert">
    <h2 class="govuk-error-summary__title">The file was not taken</h2>
    <div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list"><li><a href="#file">[=fault]</a></li></ul></div>
  </div>
</div>
[/#if]
<h1 class="govuk-heading-l">[=name]</h1>
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
<form method="post" enctype="multipart/form-data" action="/upload/[=name]/?csrf=[=csrf?url('UTF-8')]" data-most-bytes="[=mostBytes]" class="store-upload">
  <div class="govuk-form-group[#if fault??] govuk-form-group--error[/#if]">
    <label class="govuk-label govuk-label--m" for="file">Upload a file</label>
    <div class="govuk-hint" id="file-hint">
      CSV of at most [=most]; also in a zip or gzip file. The first line holds the names of the columns.
      [#if declared?has_content]This source needs [#if declared?size == 1]the column[#else]the columns[/#if] [#list declared as column]<code>[=column]</code>[#sep], [/#list].[/#if]
      [#if mode == "incremental"]Its rows are added to those of earlier files.[#else]It takes the place of the version before, once you have confirmed it.[/#if]
    </div>
    [#if fault??]<p class="govuk-error-message" id="file-error"><span class="govuk-visually-hidden">Error:</span> [=fault]</p>[/#if]
    <input class="govuk-file-upload[#if fault??] govuk-file-upload--error[/#if]" id="file" name="file" type="file" required aria-describedby="file-hint[#if fault??] file-error[/#if]">
  </div>
  <button class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">Upload and check</button>
</form>
</div>
</div>
[#if open?has_content]
<h2 class="govuk-heading-m">On their way</h2>
<ul class="govuk-list store-open">
  [#list open as upload]
  <li><a class="govuk-link" href="/upload/[=name]/[=upload.page]">[=upload.file]</a>, uploaded by [=upload.by] on [=upload.at] <strong class="govuk-tag govuk-tag--[#if upload.waits]yellow[#else]blue[/#if]">[#if upload.waits]To be confirmed[#else]Loading[/#if]</strong></li>
  [/#list]
</ul>
[/#if]
<h2 class="govuk-heading-m">Versions</h2>
[#if versions?has_content]
<table class="govuk-table store-table">
  <caption class="govuk-table__caption govuk-visually-hidden">Versions of [=name], the newest first</caption>
  <thead class="govuk-table__head"><tr class="govuk-table__row">
    <th scope="col" class="govuk-table__header">Loaded</th>
    <th scope="col" class="govuk-table__header">File</th>
    <th scope="col" class="govuk-table__header">By</th>
    <th scope="col" class="govuk-table__header govuk-table__header--numeric">Rows</th>
    <th scope="col" class="govuk-table__header">State</th>
    <td class="govuk-table__header"></td>
  </tr></thead>
  <tbody class="govuk-table__body">
  [#list versions as version]
  <tr class="govuk-table__row">
    <td class="govuk-table__cell" data-label="Loaded">[=version.loaded]</td>
    <td class="govuk-table__cell" data-label="File">[=version.file]</td>
    <td class="govuk-table__cell" data-label="By">[=version.author]</td>
    <td class="govuk-table__cell govuk-table__cell--numeric" data-label="Rows">[=version.rows]</td>
    <td class="govuk-table__cell" data-label="State">[#if version.state == "served"]<strong class="govuk-tag govuk-tag--green">Served</strong>[#elseif version.state == "kept"]<strong class="govuk-tag govuk-tag--grey">Kept</strong>[#else]Dropped[/#if]</td>
    <td class="govuk-table__cell">[#if version.restorable]<a class="govuk-link" href="/upload/[=name]/restore/[=version.id]/">Restore<span class="govuk-visually-hidden"> version [=version.id] of [=version.loaded]</span></a>[/#if]</td>
  </tr>
  [/#list]
  </tbody>
</table>
[#else]
<p class="govuk-body">Nothing was loaded yet.</p>
[/#if]
<p class="govuk-body-s store-quiet">Clients read the table <code>[=table]</code>.</p>
[/@layout.page]
