/** A table as text: RFC 4180 with commas, or with the tabs that a spreadsheet takes from the clipboard. */
import type { SetTable } from './set.ts'

/** `readTable` reads the same table from it; a row without any text is no row there. */
export function writeTable({ columns, rows }: SetTable, separator: ',' | '\t' = ','): string {
  return [columns, ...rows]
    .map((cells) => columns.map((_, index) => cellText(cells[index] ?? '')).join(separator))
    .map((line) => `${line}\n`)
    .join('')
}

/** In quotation marks where it would not be read as it is. */
function cellText(text: string): string {
  return /[",;\t\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}
