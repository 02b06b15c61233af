import { expect, test } from 'vitest'
import { checkDesign, type Finding, targets } from '../core/index.ts'
import { isSaidOfText } from './said-of-text.ts'

const quickemu = 'guest_os="linux"\ndisk_img="vm/disk.qcow2"\niso="/srv/linux.iso"\n'

function relative(text: string, said?: readonly Finding[]): readonly Finding[] {
  const { designs = [], findings = [] } = targets.quickemu.reader?.read(text, 'vm', undefined) ?? {}
  return designs.flatMap((design) =>
    checkDesign(design, undefined).filter(
      (finding) =>
        finding.code === 'disk.path-relative' &&
        !isSaidOfText(finding, design, { findings: said ?? findings }),
    ),
  )
}

test('a relative path that the reader of a text has told is not told again', () => {
  expect(relative(quickemu, [])).toHaveLength(1)
  expect(relative(quickemu)).toEqual([])
})

test('one that it has not told is', () => {
  const { findings = [] } = targets.quickemu.reader?.read(quickemu, 'vm', undefined) ?? {}
  expect(relative(quickemu.replace('vm/disk', 'vm/other'), findings)).toHaveLength(1)
})
