/** Domain XML as one paste for a terminal. */

/**
 * The command that makes libvirt take the XML, with the XML in it: pasted whole, it needs no file.
 *
 * @param xml of a domain, ending with a newline
 * @param uri such as qemu:///session
 */
export function definePaste(xml: string, uri: string): string {
  const end = unusedLine(xml)
  return `virsh -c ${uri} define /dev/stdin <<'${end}'\n${xml}${end}\n`
}

/** A here-document ends at the first line that is its word: one that the text has not. */
function unusedLine(text: string): string {
  const lines = new Set(text.split('\n'))
  let word = 'XML'
  for (let number = 2; lines.has(word); number += 1) word = `XML${number}`
  return word
}
