package org.acme.libraries;

import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;

/** Makes the objects of a pool. */
public final class Bytes extends BasePooledObjectFactory<byte[]> {

    @Override
    public byte[] create() {
        return new byte[32];
    }

    @Override
    public PooledObject<byte[]> wrap(byte[] bytes) {
        return new DefaultPooledObject<>(bytes);
    }
}
