/**
 * True for a table of VMs as a spreadsheet saves or copies it: the first line has several headings, one of them `name`,
 * and another line follows.
 */
export function beginsTable(text: string): boolean {
  const [heading = '', row = ''] = text.slice(0, mostOfHeading).trimStart().split(/\r?\n/, 2)
  const headings = heading.split(/[\t,;]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
  return headings.length > 1 && row.trim() !== '' && headings.some(isNameHeading)
}

/** A heading is one line, of words. */
const mostOfHeading = 16_384

/** Whether a heading is that of the names, which each table has. */
export function isNameHeading(heading: string): boolean {
  return heading.trim().toLowerCase() === 'name'
}
