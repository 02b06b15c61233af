import { describe, expect, it } from 'vitest'
import { renderArgv } from '../index.ts'
import { resolvedOf, written } from '../written-lines.test-helper.ts'

describe('what the author hands to QEMU', () => {
  it('stands at the end, word by word', () => {
    const domain = { qemu_arguments: [{ value: '-device' }, { value: 'edu,x=a,,b' }, { value: '-S' }] }
    expect(written(domain).slice(-2)).toEqual(['-device edu,x=a,,b', '-S'])
  })

  it('is read from XML that came with it, and its environment too', () => {
    const xml = "<qemu:commandline><qemu:arg value='-S'/><qemu:env name='A' value='b'/></qemu:commandline>"
    const domain = { $rest: { children: [{ after: null, count: 0, xml }] } }
    expect(written(domain).at(-1)).toBe('-S')
    expect(renderArgv(resolvedOf(domain)).environment).toMatchObject([{ name: 'A', value: 'b' }])
  })
})
