/**
 * Looking Glass: how much shared memory a screen takes.
 * Source: Looking Glass, doc/install_libvirt.rst, Determining memory.
 */

export interface Screen {
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** 64-bit colours (HDR) take twice the memory of 32-bit ones. */
  readonly hdr?: boolean
}

const mebibyte = 1024 * 1024
/** Beside the frames: the pointer and what the two sides say to each other. */
const besideFramesMiB = 10

/**
 * Two frames and 10 MiB, rounded up to a power of two, which ivshmem has to be.
 *
 * @returns MiB; undefined for a screen without a width or a height
 */
export function lookingGlassMemoryMiB({ width, height, hdr = false }: Screen): number | undefined {
  if (!(width >= 1 && height >= 1 && Number.isFinite(width * height))) return undefined
  const bytesPerPixel = hdr ? 8 : 4
  const neededMiB = (width * height * bytesPerPixel * 2) / mebibyte + besideFramesMiB
  return 2 ** Math.ceil(Math.log2(neededMiB))
}
