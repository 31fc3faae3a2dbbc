# Temporary files of exportctl
.*.exportctl

# Pages that exportctl site writes
/site/
