/** The sector of an ISO 9660 volume, and the one moment at which everything in it was made. */
import { ascii } from './bytes.ts'

/** Bytes of a sector, and of a logical block (ECMA-119 6.1.2, 6.2.2). */
export const sectorBytes = 2048

/** 1 January 1980, 0:00 UTC, the first that FAT can say: in seven bytes (ECMA-119 9.1.5) … */
export const recordDate: readonly number[] = [80, 1, 1, 0, 0, 0, 0]
/** … and in digits with the offset from UTC (ECMA-119 8.4.26.1). */
export const volumeDate: readonly number[] = [...ascii('1980010100000000'), 0]
/** No date. */
export const unspecifiedVolumeDate: readonly number[] = [...ascii('0'.repeat(16)), 0]
