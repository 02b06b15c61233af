import { expect, test } from 'vitest'
import { pageSize, poolRows, whyNoPages } from './page-pools.ts'

const host = {
  numa: [
    {
      node: 0,
      huge_pages: [
        { size_kib: 2048, total: 4096, free: 4000 },
        { size_kib: 1_048_576, total: 0, free: 0 },
      ],
    },
    { node: 1, huge_pages: [{ size_kib: 2048, total: 0 }] },
  ],
}

test('a size that the host has no pool of can’t be had; an empty pool can be filled', () => {
  expect(whyNoPages(host, 2048)).toBeUndefined()
  expect(whyNoPages(host, 1_048_576)).toBeUndefined()
  expect(whyNoPages({ numa: [{ node: 0, huge_pages: [{ size_kib: 2048, total: 0 }] }] }, 1_048_576)).toBe(
    'This host has none of them: its huge pages are of 2 MiB.',
  )
  expect(whyNoPages({ numa: [{ node: 0 }] }, 2048)).toBeUndefined()
  expect(whyNoPages(undefined, 2048)).toBeUndefined()
})

test('pools stand beside what is needed of them, by node', () => {
  const pages = {
    needs: [{ node: 1, sizeKib: 2048, needed: 2048, total: 0, free: 0, enough: false }],
    sentences: [],
    now: [],
    kernelWords: [],
  }
  expect(
    poolRows(host, pages).map(({ node, sizeKib, needed, enough }) => [node, sizeKib, needed, enough]),
  ).toEqual([
    [0, 2048, 0, undefined],
    [0, 1_048_576, 0, undefined],
    [1, 2048, 2048, false],
  ])
  expect(poolRows(undefined, undefined)).toEqual([])
})

test('sizes have the largest whole unit', () => {
  expect([64, 2048, 1_048_576, 3072].map(pageSize)).toEqual(['64 KiB', '2 MiB', '1 GiB', '3 MiB'])
})
