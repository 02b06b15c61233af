/** A QR code of a link. Brings the encoder along: import this file lazily. */
import { encode } from 'uqr'

/** Bytes that the largest code holds, version 40 with the least correction (ISO/IEC 18004, table 7). */
export const mostQrBytes = 2953

export interface QrCode {
  /** Modules of a side, the quiet zone of four included. */
  readonly side: number
  /** The dark modules as a path of SVG, a module being one unit. */
  readonly path: string
}

/** @returns undefined when the text is too long for a code */
export function qrOf(text: string): QrCode | undefined {
  if (new TextEncoder().encode(text).length > mostQrBytes) return undefined
  const { data, size } = encode(text, { ecc: 'L', boostEcc: true, border: 4 })
  return { side: size, path: data.flatMap(runsOf).join('') }
}

/** The dark runs of a row. */
function runsOf(row: readonly boolean[], y: number): string[] {
  return row.flatMap((isDark, x) => {
    if (!isDark || row[x - 1] === true) return []
    const next = row.indexOf(false, x)
    const width = (next < 0 ? row.length : next) - x
    return [`M${x} ${y}h${width}v1h-${width}z`]
  })
}
