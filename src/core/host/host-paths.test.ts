import { expect, test } from 'vitest'
import { hostPaths, nameInStateDir, withoutDots } from './host-paths.ts'

test.each(['..', '.', '../../Documents', '/etc', '.images', ''])(
  'the VM %j has a directory of its own',
  (name) => {
    const { stateDir } = hostPaths(undefined, name)
    expect(stateDir).toMatch(/^~\/\.local\/share\/vmwright\/[^./][^/]*$/)
  },
)

test('a name below the directory of the VM, or none', () => {
  const paths = hostPaths(undefined, 'vm')
  const name = (rest: string) => nameInStateDir(paths, `${paths.stateDir}${rest}`)
  expect(['/a', '/a/b', '/a..b', '/..a/b'].map(name)).toEqual(['a', 'a/b', 'a..b', '..a/b'])
  for (const rest of ['', '/', '/..', '/a/../b', '/./a', '//a', '/a/', '2/a', '/a\nb'])
    expect([rest, name(rest)]).toEqual([rest, undefined])
})

test('where a path leads to, as far as its letters tell', () => {
  expect(withoutDots('/a/b/../c/./d')).toBe('/a/c/d')
  expect(withoutDots('~/a/../.bashrc')).toBe('~/.bashrc')
  expect(withoutDots('/../a')).toBe('/a')
  expect(withoutDots('~/../a')).toBe('~/../a')
})
