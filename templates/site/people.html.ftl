[#import "layout.ftl" as layout]
[@layout.page "People" "people.html"]
<h1>People</h1>
<p class="lead">Who may use a dataset on the platform. A page shows all that one person can reach.</p>
[#if rows?has_content]
<table class="list short">
<thead>
<tr><th scope="col">Person, by the role</th><th scope="col" class="number">Datasets</th></tr>
</thead>
<tbody>
[#list rows as row]
<tr><th scope="row" data-label="Person, by the role"><a href="[=root][=row.subject.page]">[=row.subject.name]</a></th><td data-label="Datasets" class="number"><div>[=row.count]</div></td></tr>
[/#list]
</tbody>
</table>
[#else]
<p>None.</p>
[/#if]
[/@layout.page]
