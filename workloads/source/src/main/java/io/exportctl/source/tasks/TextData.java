package io.exportctl.source.tasks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.kagkarlsson.scheduler.serializer.Serializer;

/** Data of tasks as text in UTF-8; no class is ever named by what the database holds. */
final class TextData implements Serializer {

  @Override
  public byte[] serialize(Object data) {
    return data == null ? new byte[0] : data.toString().getBytes(UTF_8);
  }

  @Override
  public <T> T deserialize(Class<T> type, byte[] data) {
    return type == String.class && data != null ? type.cast(new String(data, UTF_8)) : null;
  }
}
