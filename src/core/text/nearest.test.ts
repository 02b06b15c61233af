import { describe, expect, it } from 'vitest'
import { editDistance, nearest } from './nearest.ts'

describe('nearest', () => {
  it('finds the key that was meant', () => {
    expect(nearest('connnection', ['arch', 'connection', 'firmware'])).toBe('connection')
    expect(nearest('frimware', ['arch', 'connection', 'firmware'])).toBe('firmware')
    expect(nearest('state-dir', ['disk', 'state_dir'])).toBe('state_dir')
    expect(nearest('UID', ['gid', 'uid'])).toBe('uid')
  })

  it('says nothing when no word is near', () => {
    expect(nearest('banana', ['arch', 'distro'])).toBeUndefined()
    expect(nearest('x', ['y'])).toBeUndefined()
    expect(nearest('', ['a'])).toBeUndefined()
    expect(nearest('a', [])).toBeUndefined()
  })

  it('takes the first of two that are equally near', () => {
    expect(nearest('gidd', ['gida', 'gidb'])).toBe('gida')
  })

  it('does not compare words that nobody types', () => {
    expect(nearest('a'.repeat(100_000), ['a'.repeat(100_001)])).toBeUndefined()
  })

  it('counts a swap of neighbours as one edit', () => {
    expect(editDistance('adn', 'and')).toBe(1)
    expect(editDistance('kitten', 'sitting')).toBe(3)
    expect(editDistance('', 'abc')).toBe(3)
  })
})
