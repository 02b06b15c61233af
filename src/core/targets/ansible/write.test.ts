import { expect, test } from 'vitest'
import { writeTarget } from '../index.ts'

const spec = { cloud_init: { hostname: 'web' } }

function playbookOf(name: string) {
  const { files, findings } = writeTarget('ansible', { name, spec }, undefined)
  const [first] = files
  return {
    text: first !== undefined && 'text' in first ? first.text : '',
    said: findings.map(({ message }) => message).filter((message) => message.startsWith('Ansible')),
  }
}

test('the seed is copied to where the domain looks for it', () => {
  const { text, said } = playbookOf('web')
  expect(text).toContain('ansible.builtin.copy')
  expect(said).toEqual([])
})

test('a place with a dollar is left out with a word: Ansible would fill in a variable', () => {
  const { text, said } = playbookOf('web$HOME')
  expect(text).not.toContain('ansible.builtin.copy')
  expect(said).toEqual([
    'Ansible takes the $ in the place of seed.iso for a variable, so that it is not copied. Copy it to ~/.local/share/vmwright/web$HOME/seed.iso on the host.',
  ])
})
