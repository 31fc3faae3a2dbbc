[#assign job = dataset.job]
[#assign selection = dataset.selection]
[#assign id = dataset.name?replace("_", "-")]
[#macro secret variable name key]
                - name: [=variable]
                  valueFrom:
                    secretKeyRef:
                      name: [=name]
                      key: [=key]
[/#macro]
[#macro patterns variable values missing]
[#if values?has_content && values?join(",") != missing]
                - name: [=variable]
                  value: [=values?join(",")]
[/#if]
[/#macro]
# The extractor of landing/[=dataset.name], as exportctl prints it with handshake --format kubernetes. Do not edit a copy:
# change the dataset, and print it again; handshake --check tells whether a copy is up to date.
apiVersion: batch/v1
kind: CronJob
metadata:
  name: [=job.name]
  namespace: [=job.namespace]
spec:
  schedule: [=job.schedule]
  timeZone: Etc/UTC
  suspend: [#if job.isSuspended]true[#else]false[/#if]
  concurrencyPolicy: Forbid
  startingDeadlineSeconds: 3600
  successfulJobsHistoryLimit: 3
  failedJobsHistoryLimit: 3
  jobTemplate:
    spec:
      backoffLimit: 3
      activeDeadlineSeconds: 21600
      # 2: settings or rights are wrong; 5: the platform refused the data. Trying again does not help.
      podFailurePolicy:
        rules:
          - action: FailJob
            onExitCodes:
              containerName: extractor
              operator: In
              values: [2, 5]
      template:
        spec:
          restartPolicy: Never
          terminationGracePeriodSeconds: 60
          serviceAccountName: [=job.serviceAccount]
          automountServiceAccountToken: false
          securityContext:
            runAsNonRoot: true
            seccompProfile:
              type: RuntimeDefault
          containers:
            - name: extractor
              image: [=landing_platform.extractorImage]
              securityContext:
                allowPrivilegeEscalation: false
                readOnlyRootFilesystem: true
                capabilities:
                  drop: [ALL]
              resources:
                requests:
                  cpu: 250m
                  memory: 256Mi
                limits:
                  memory: 512Mi
              volumeMounts:
                - name: tmp
                  mountPath: /tmp
              env:
[@secret "PGHOST" job.databaseSecret "rds_instance_address" /]
[@secret "PGDATABASE" job.databaseSecret "database_name" /]
[@secret "PGUSER" job.databaseSecret "database_username" /]
[@secret "PGPASSWORD" job.databaseSecret "database_password" /]
[@secret "S3_DESTINATION" "analytical-platform-reporting-s3-bucket-" + id "destination_bucket" /]
[@secret "S3_ROLE_ARN" "analytical-platform-reporting-s3-bucket-" + id "platform_role_arn" /]
                - name: DATASET
                  value: [=dataset.name]
                - name: AWS_DEFAULT_REGION
                  value: [=platform.region]
[@patterns "EXTRACT_SCHEMAS" selection.schemas "public" /]
[@patterns "EXTRACT_INCLUDE_TABLES" selection.includeTables "*" /]
[@patterns "EXTRACT_EXCLUDE_TABLES" selection.excludeTables "" /]
[@patterns "EXTRACT_EXCLUDE_COLUMNS" selection.excludeColumns "" /]
[@patterns "EXTRACT_HASH_COLUMNS" selection.hashColumns "" /]
[#if selection.hashColumns?has_content]
[@secret "EXTRACT_HASH_KEY" id + "-hash-key" "key" /]
[/#if]
                # The job fails, with the reasons, if the platform refuses the data.
                - name: EXTRACT_WAIT_MINUTES
                  value: "30"
          volumes:
            - name: tmp
              emptyDir:
                sizeLimit: 64Mi
