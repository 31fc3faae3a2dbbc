[#import "layout.ftl" as layout]
[@layout.page "Deployed" "deployed.html"]
<h1>Deployed</h1>
<p class="lead">What the given states of Terraform hold. They say what was applied last, not what is in these files.</p>
<h2>Deployed, and without a file</h2>
[#if left?has_content]
<p>The next apply takes these down.</p>
<ul>
[#list left as one]
<li><code>[=one.id]</code>: [@layout.resources one.count /]</li>
[/#list]
</ul>
[#else]
<p>None.</p>
[/#if]
<h2>Datasets</h2>
[@layout.datasets items /]
[/@layout.page]
