/** Commands of virt-install, written and read: the same machine, but for what a finding named. */
import { describe, expect, test } from 'vitest'
import { targets, writeTarget } from '../src/core/index.ts'
import { targetDesigns } from './target-designs.ts'
import { differences, isLacked, ownDomain } from './virt-install-oracle.ts'

const { reader } = targets['virt-install']

describe('virt-install', () => {
  test.each(targetDesigns())('brings $name back', ({ design }) => {
    const [file] = writeTarget('virt-install', design, undefined).files
    const text = file !== undefined && 'text' in file ? file.text : ''
    expect(reader?.fits(text)).toBe(true)
    const read = reader?.read(text, 'vm', undefined)
    const [back] = read?.designs ?? []
    expect(read?.findings).toEqual([])
    const left = differences(ownDomain(design), back === undefined ? undefined : ownDomain(back))
    expect(left.filter((line) => !isLacked(line, design))).toEqual([])
  })
})
