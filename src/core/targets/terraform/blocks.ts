/** Blocks of HCL taken apart, and made anew. */
import type { HclBlock, HclValue } from './hcl.ts'

/** The same block with other literals. */
export function mapLiterals(one: HclBlock, change: (text: string) => string): HclBlock {
  const changed = (value: HclValue): HclValue => {
    switch (value.kind) {
      case 'literal':
        return { ...value, text: change(value.text) }
      case 'list':
        return { ...value, items: value.items.map(changed) }
      case 'object':
        return {
          ...value,
          fields: value.fields.map((inner) => ({ ...inner, value: changed(inner.value) })),
        }
    }
  }
  return {
    ...one,
    body: one.body.map((inner) =>
      'head' in inner ? mapLiterals(inner, change) : { ...inner, value: changed(inner.value) },
    ),
  }
}

/** All of `resource "TYPE" "LABEL"`, its type, its label; nothing of another block. */
export function headParts(text: string): readonly string[] {
  return /^resource "(libvirt_\w+)" "([\w-]+)"$/.exec(text) ?? []
}

/** `libvirt_volume.root`, as expressions name it. */
export function addressOf(text: string): string {
  const [, type = '', label = ''] = headParts(text)
  return `${type}.${label}`
}
