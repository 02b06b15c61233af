/** What a disk has that the design gives no size, where one is needed; in bytes. */
export const usualDiskSize = 20 * 1024 ** 3
