[#import "layout.ftl" as layout]
[@layout.page "Datasets" "index.html"]
<h1>Datasets</h1>
<p class="lead">Every reviewed movement of data across the platform's border: who may use it, where it goes, and what allows it.</p>
<form id="filters" class="filters" role="search" aria-label="Datasets" hidden>
<p class="search"><label for="search">Search</label><input id="search" name="search" type="search" autocomplete="off"></p>
[@choice "kind" "Kind"][#list kinds as kind]<option value="[=kind]">[=kind]</option>[/#list][/@choice]
[@choice "account" "Account"][#list accounts as one]<option value="[=one.number]">[=one.name]</option>[/#list][/@choice]
[@choice "person" "Person"][#list people as one]<option value="[=one.number]">[=one.name]</option>[/#list][/@choice]
[@choice "host" "Paperwork at"][#list hosts as one]<option value="[=one.number]">[=one.name]</option>[/#list][/@choice]
<p><label for="review">Review until</label><input id="review" name="review" type="date"></p>
<p><button type="reset">Show all</button></p>
</form>
<p id="count" class="count" role="status">[=items?size] dataset[#if items?size != 1]s[/#if]</p>
[@layout.datasets items /]
[/@layout.page]
[#macro choice id label]
<p><label for="[=id]">[=label]</label><select id="[=id]" name="[=id]"><option value="">any</option>[#nested]</select></p>
[/#macro]
