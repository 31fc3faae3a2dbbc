[#import "layout.ftl" as layout]
[@layout.page "Reviews" "reviews.html"]
<h1>Reviews</h1>
<p class="lead">The day by which somebody asks whether a dataset is still needed, the next one first. After that day, <code>exportctl validate</code> reports an error.</p>
<p id="due" class="count" role="status"></p>
[@layout.datasets items /]
[/@layout.page]
