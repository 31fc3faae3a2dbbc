[#import "layout.ftl" as layout]
[@layout.page "Accounts" "accounts.html"]
<h1>Accounts</h1>
<p class="lead">The accounts of the other side. A page shows all that goes to one account, and all that comes from it.</p>
[#if rows?has_content]
<table class="list short">
<thead>
<tr><th scope="col">Account</th><th scope="col" class="number">Datasets</th></tr>
</thead>
<tbody>
[#list rows as row]
<tr><th scope="row" data-label="Account"><a href="[=root][=row.subject.page]">[=row.subject.name]</a></th><td data-label="Datasets" class="number"><div>[=row.count]</div></td></tr>
[/#list]
</tbody>
</table>
[#else]
<p>None.</p>
[/#if]
[/@layout.page]
