package io.exportctl.collection.record;

import java.util.Map;

/**
 * Takes the {@code context} of an audit record in its place, with the event and the time: rule 12
 * of docs/collection.md.
 */
final class AuditContext implements Step.Shape {

  @Override
  public Map<String, Object> apply(Map<String, Object> record, String lastModified)
      throws RejectedException {
    Object type = record.get("auditType");
    if (!Truth.of(type)
        || !(record.get("context") instanceof Map<?, ?> object)
        || object.isEmpty()) {
      throw new RejectedException(Reason.AUDIT_ELEMENTS);
    }
    @SuppressWarnings("unchecked") // JsonTree makes no other maps.
    Map<String, Object> context = (Map<String, Object>) object;
    context.put("AUDIT_EVENT", type);
    context.put("TIME_STAMP", lastModified);
    context.put("TIME_STAMP_ORIG", lastModified);
    return context;
  }
}
