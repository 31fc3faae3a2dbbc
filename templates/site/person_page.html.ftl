[#import "layout.ftl" as layout]
[@layout.page subject.name]
<p class="above"><a href="[=root]people.html">People</a></p>
<h1>[=subject.name]</h1>
<p class="lead">All that this role can reach through a dataset: [=items?size] dataset[#if items?size != 1]s[/#if].</p>
[@layout.datasets items /]
[/@layout.page]
