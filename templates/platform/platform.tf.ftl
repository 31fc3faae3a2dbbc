[#include "../provider.tf.ftl"]

[#include "module.tf.ftl"]
