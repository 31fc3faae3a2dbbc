# All roles of the export pull/own are of our own account: the policy of the bucket example-own is enough.
