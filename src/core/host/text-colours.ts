/** Terminal control sequences in pasted text. */

const esc = '\\u001b'

/** Colours and hyperlinks of a terminal (ECMA-48 CSI and OSC sequences), and carriage returns. */
const colours = new RegExp(
  `${esc}\\[[0-?]*[ -/]*[@-~]|${esc}\\][^\\u0007${esc}]*(?:\\u0007|${esc}\\\\)?|[${esc}\\r]`,
  'g',
)

/** A line as it looked on the terminal. */
export function withoutColours(line: string): string {
  return line.includes('\u001b') || line.includes('\r') ? line.replace(colours, '') : line
}
