# Temporary files of exportctl
.*.exportctl
