[#import "layout.ftl" as layout]
[@layout.page back="/upload/" + name + "/" backText=name wide=true]
[#if problems?has_content]
<div class="govuk-error-summary" data-module="govuk-error-summary">
  <div role="alert">
    <h2 class="govuk-error-summary__title">[#if confirmable]This cannot be confirmed yet[#else]This file cannot be loaded[/#if]</h2>
    <div class="govuk-error-summary__body">
      <ul class="govuk-list govuk-error-summary__list">
        [#list problems as problem]
        <li>[#if problem.column??]<a href="#type_[=problem.column]">[=problem.text]</a>[#else]<span class="store-problem">[=problem.text]</span>[@layout.lines problem /][/#if]</li>
        [/#list]
      </ul>
      [#if !confirmable]<p class="govuk-body">Mend the file and <a class="govuk-link" href="/upload/[=name]/">upload it again</a>. What is served stays as it is.</p>[/#if]
    </div>
  </div>
</div>
[/#if]
<h1 class="govuk-heading-l"><span class="govuk-caption-l">[=name]</span> Check [=file]</h1>
[#if isRead]
<dl class="govuk-summary-list store-summary">
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">Rows</dt>
    <dd class="govuk-summary-list__value">[=rows][#if adds] <span class="store-quiet">([#if again]in place of those of the file of this name that was loaded before[#else]added to those of earlier files[/#if])</span>[#elseif before??] <span class="store-quiet">([#if rows == before]as many as in the version that is served[#elseif rows > before][=rows - before] more than the [=before] that are served[#else][=before - rows] fewer than the [=before] that are served[/#if])</span>[/#if]</dd>
  </div>
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">File</dt>
    <dd class="govuk-summary-list__value">[=size], [=encoding], separated by [=delimiter?lower_case]</dd>
  </div>
  [#if differences?has_content]
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">Columns</dt>
    <dd class="govuk-summary-list__value"><ul class="govuk-list store-tight">[#list differences as difference]<li>[=difference?cap_first]</li>[/#list]</ul></dd>
  </div>
  [/#if]
  [#if same]
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">Note</dt>
    <dd class="govuk-summary-list__value">The file is the same, byte for byte, as one that was loaded.</dd>
  </div>
  [/#if]
</dl>
[#if guessedCount > 0]
<div class="govuk-warning-text">
  <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
  <div class="govuk-warning-text__text"><span class="govuk-visually-hidden">Warning</span>
    The file does not tell its encoding. Check the letters of [#if guessedCount == 1]this value[#else]these values[/#if]; if they look wrong, change how the file is read.
    <ul class="store-lines">[#list guessed as line]<li><span class="store-line">Line [=line.number]</span> <code>[=line.text]</code></li>[/#list]</ul>
  </div>
</div>
[/#if]
[/#if]
[#if encodingOpen || delimiterOpen]
<details class="govuk-details"[#if !isRead] open[/#if]>
  <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Change how the file is read</span></summary>
  <div class="govuk-details__text">
    <form method="post" action="/upload/[=name]/read/[=id]/?csrf=[=csrf?url('UTF-8')]" class="store-inline-form">
      [#if encodingOpen]
      <div class="govuk-form-group">
        <label class="govuk-label" for="encoding">Encoding</label>
        <select class="govuk-select" id="encoding" name="encoding">
          <option value="">Detect it</option>
          [#list encodings as option]<option value="[=option.value]"[#if option.selected] selected[/#if]>[=option.label]</option>[/#list]
        </select>
      </div>
      [/#if]
      [#if delimiterOpen]
      <div class="govuk-form-group">
        <label class="govuk-label" for="delimiter">Between columns</label>
        <select class="govuk-select" id="delimiter" name="delimiter">
          <option value="">Detect it</option>
          [#list delimiters as option]<option value="[=option.value]"[#if option.selected] selected[/#if]>[=option.label]</option>[/#list]
        </select>
      </div>
      [/#if]
      <button class="govuk-button govuk-button--secondary" data-module="govuk-button">Read the file again</button>
    </form>
  </div>
</details>
[/#if]
<form method="post" action="/upload/[=name]/check/[=id]/?csrf=[=csrf?url('UTF-8')]" novalidate>
<input type="hidden" name="revision" value="[=revision]">
[#if columns?has_content]
<h2 class="govuk-heading-m">Columns</h2>
<table class="govuk-table store-table store-columns">
  <caption class="govuk-table__caption govuk-visually-hidden">Columns of the file</caption>
  <thead class="govuk-table__head"><tr class="govuk-table__row">
    <th scope="col" class="govuk-table__header">Name</th>
    <th scope="col" class="govuk-table__header">Type</th>
    <th scope="col" class="govuk-table__header">First values</th>
    <th scope="col" class="govuk-table__header">Filled</th>
  </tr></thead>
  <tbody class="govuk-table__body">
  [#list columns as column]
  <tr class="govuk-table__row">
    <th scope="row" class="govuk-table__header store-column-name" data-label="Name"><code>[=column.name]</code>[#if column.from != column.name]<span class="store-quiet store-from">in the file: [=column.from]</span>[/#if]</th>
    <td class="govuk-table__cell" data-label="Type">
      [#if choice]
      <div class="govuk-form-group store-choice[#if column.problem??] govuk-form-group--error[/#if]">
        [#if column.hint?? && !column.problem??]<div class="govuk-hint" id="hint_[=column.index]">[=column.hint]</div>[/#if]
        [#if column.problem??]<div class="govuk-error-message" id="error_[=column.index]"><span class="govuk-visually-hidden">Error:</span> [=column.problem.text][@layout.lines column.problem /]</div>[/#if]
        <select class="govuk-select[#if column.problem??] govuk-select--error[/#if]" id="type_[=column.index]" name="type_[=column.index]" aria-label="Type of [=column.name]"[#if column.problem??] aria-describedby="error_[=column.index]"[#elseif column.hint??] aria-describedby="hint_[=column.index]"[/#if]>
          [#if column.selected == ""]<option value="" selected>Choose the order</option>[/#if]
          <optgroup label="Every value fits">
            [#list column.fitting as kind]<option value="[=kind.value]"[#if kind.selected] selected[/#if]>[=kind.label]</option>[/#list]
          </optgroup>
          [#if column.others?has_content]
          <optgroup label="Some values do not fit">
            [#list column.others as kind]<option value="[=kind.value]"[#if kind.selected] selected[/#if]>[=kind.label]</option>[/#list]
          </optgroup>
          [/#if]
        </select>
      </div>
      [#else][=column.type][/#if]
    </td>
    <td class="govuk-table__cell" data-label="First values">[#if column.examples?has_content]<ul class="store-examples">[#list column.examples as example]<li>[=example]</li>[/#list]</ul>[#else]<span class="store-quiet">none</span>[/#if]</td>
    <td class="govuk-table__cell" data-label="Filled">[=column.description]</td>
  </tr>
  [/#list]
  </tbody>
</table>
[/#if]
<div class="govuk-button-group">
  [#if confirmable]<button class="govuk-button" data-module="govuk-button" data-prevent-double-click="true" name="answer" value="yes">Confirm and load</button>[/#if]
  <button class="govuk-button govuk-button--secondary" data-module="govuk-button" name="answer" value="no">Discard this file</button>
</div>
</form>
[/@layout.page]
