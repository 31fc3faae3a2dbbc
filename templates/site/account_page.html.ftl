[#import "layout.ftl" as layout]
[@layout.page subject.name]
<p class="above"><a href="[=root]accounts.html">Accounts</a></p>
<h1>Account [=subject.name]</h1>
<h2>Goes there</h2>
[@layout.datasets outgoing "Goes there" /]
<h2>Comes from there</h2>
[@layout.datasets incoming "Comes from there" /]
[/@layout.page]
