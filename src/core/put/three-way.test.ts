import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchItems, mergeThreeWays } from './index.ts'

const disk = (dev: string, cache?: string) => ({ target: { dev }, ...(cache === undefined ? {} : { cache }) })

describe('matchItems', () => {
  it('knows an item by being the same, by its name in the guest, then by its place', () => {
    expect(matchItems([disk('vda'), disk('vdb')], [disk('vdb'), disk('vda')])).toEqual([1, 0])
    expect(matchItems([disk('vda'), disk('vdb')], [disk('vdb', 'none')])).toEqual([1])
    expect(matchItems([disk('vda'), disk('vdb')], [disk('vdx'), disk('vdb'), disk('vdc')])).toEqual([
      0,
      1,
      undefined,
    ])
  })

  it('gives twins their places, and no item twice', () => {
    const twin = { type: 'pty' }
    expect(matchItems([twin, twin], [twin, twin, twin])).toEqual([0, 1, undefined])
    expect(matchItems([twin, disk('vda'), twin], [disk('vda'), twin, twin])).toEqual([1, 0, 2])
  })

  it('takes linear time where items can be told apart', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => disk(`d${index}`))
    expect(matchItems(many, many.toReversed())[0]).toBe(19_999)
  })
})

describe('mergeThreeWays', () => {
  it('has what each side changed', () => {
    const base = { ram: '2G', cpu: 2, list: [disk('vda'), disk('vdb')], gone: 1 }
    const theirs = { ram: '3G', cpu: 2, list: [disk('vda', 'none'), disk('vdb'), disk('vdc')] }
    const ours = { ram: '2G', cpu: 4, list: [disk('vdz'), disk('vda'), disk('vdb', 'unsafe')], gone: 1 }
    expect(mergeThreeWays<unknown>(base, theirs, ours)).toEqual({
      ram: '3G',
      cpu: 4,
      list: [disk('vdz'), disk('vda', 'none'), disk('vdb', 'unsafe'), disk('vdc')],
    })
  })

  it('lets theirs win where both changed the same, and keeps what one changed and the other took out', () => {
    expect(mergeThreeWays({ ram: '2G' }, { ram: '3G' }, { ram: '4G' })).toEqual({ ram: '3G' })
    expect(mergeThreeWays<unknown>([disk('vda')], [disk('vda', 'none')], [])).toEqual([disk('vda', 'none')])
    expect(
      mergeThreeWays<unknown>([disk('vda'), disk('vdb')], [disk('vda')], [disk('vda'), disk('vdb')]),
    ).toEqual([disk('vda')])
  })

  it('is the other side when one did nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (base, changed) => {
        expect(mergeThreeWays(base, base, changed)).toBe(changed)
        expect(mergeThreeWays(base, changed, base)).toEqual(changed)
      }),
    )
  })
})
