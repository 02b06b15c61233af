/**
 * An empty qcow2 image, so that no test needs qemu-img. Version 3, clusters of 64 KiB (QEMU,
 * docs/interop/qcow2.txt): header, reference count table, reference counts, L1 table.
 */
export function emptyQcow2(bytes = 1024 * 1024): Uint8Array {
  const cluster = 0x10000
  const image = new DataView(new ArrayBuffer(4 * cluster))
  image.setUint32(0, 0x514649fb)
  image.setUint32(4, 3)
  image.setUint32(20, 16)
  image.setBigUint64(24, BigInt(bytes))
  image.setUint32(36, 1)
  image.setBigUint64(40, BigInt(3 * cluster))
  image.setBigUint64(48, BigInt(cluster))
  image.setUint32(56, 1)
  image.setUint32(96, 4)
  image.setUint32(100, 104)
  image.setBigUint64(cluster, BigInt(2 * cluster))
  for (let used = 0; used < 4; used++) image.setUint16(2 * cluster + 2 * used, 1)
  return new Uint8Array(image.buffer)
}
