/** Plain data as a property list in XML. plist(5) of macOS. */
import { isRecord } from '../../table/index.ts'
import { escapeText } from '../../xml/index.ts'

/** Texts, whole numbers, flags, lists and maps; what is undefined is left out. */
export function plistText(held: unknown): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0">
${valueLines(held, '').join('\n')}
</plist>
`
}

function valueLines(held: unknown, indent: string): string[] {
  if (typeof held === 'boolean') return [`${indent}<${String(held)}/>`]
  if (typeof held === 'number') return [`${indent}<integer>${held}</integer>`]
  if (Array.isArray(held))
    return held.length === 0
      ? [`${indent}<array/>`]
      : [
          `${indent}<array>`,
          ...held.flatMap((item: unknown) => valueLines(item, `${indent}  `)),
          `${indent}</array>`,
        ]
  if (!isRecord(held)) return [`${indent}<string>${escapeText(String(held))}</string>`]
  const inner = Object.entries(held)
    .filter(([, value]) => value !== undefined)
    .flatMap(([key, value]) => [
      `${indent}  <key>${escapeText(key)}</key>`,
      ...valueLines(value, `${indent}  `),
    ])
  return inner.length === 0 ? [`${indent}<dict/>`] : [`${indent}<dict>`, ...inner, `${indent}</dict>`]
}
