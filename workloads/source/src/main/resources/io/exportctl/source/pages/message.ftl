[#import "layout.ftl" as layout]
[@layout.page]
<h1 class="govuk-heading-l">[=heading]</h1>
<p class="govuk-body">[=sentence]</p>
[#if link??]
<a class="govuk-button" role="button" draggable="false" data-module="govuk-button" href="[=link]">[=linkText]</a>
[#elseif person??]
<p class="govuk-body"><a class="govuk-link" href="/upload/">Your sources</a></p>
[/#if]
[/@layout.page]
