[#import "layout.ftl" as layout]
[@layout.page back="/upload/" + name + "/" backText=name refresh=2]
<h1 class="govuk-heading-l"><span class="govuk-caption-l">[=name]</span> Loading [=file]</h1>
<div class="store-progress" data-progress="/upload/progress/[=id]/">
  <progress class="store-progress__bar" max="100" value="[=percent]" aria-label="Progress"></progress>
  <p class="govuk-body" role="status" data-info>[=info?cap_first]</p>
</div>
<p class="govuk-body store-quiet">You may leave this page: the load goes on. Until it is done, clients read the version before.</p>
[/@layout.page]
