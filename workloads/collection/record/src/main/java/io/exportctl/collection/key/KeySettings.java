package io.exportctl.collection.key;

import java.io.Serializable;

/** Place where data keys are opened. Equal settings share one cache: {@link SharedKeys}. */
public sealed interface KeySettings extends Serializable
    permits FileKeySettings, HttpKeySettings, KmsKeySettings {}
