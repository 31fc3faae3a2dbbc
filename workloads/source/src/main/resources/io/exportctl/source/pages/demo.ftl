[#import "layout.ftl" as layout]
[@layout.page]
<h1 class="govuk-heading-l">Sign in</h1>
<p class="govuk-body">This is a demonstration on your own machine. The people are made up, and have no passwords.</p>
<form method="get" action="/login/authorised">
  <input type="hidden" name="state" value="[=state]">
  [#list people as person]
  <button class="govuk-button[#if person?counter > 1] govuk-button--secondary[/#if]" data-module="govuk-button" name="code" value="[=person.code]">Sign in as [=person.name]</button>
  <p class="govuk-body-s store-under-button">[#if person.groups?has_content]In the group [=person.groups?join(", ")][#else]In no group[/#if]</p>
  [/#list]
</form>
[/@layout.page]
