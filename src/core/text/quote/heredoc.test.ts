import { expect, test } from 'vitest'
import { hereDocument } from './heredoc.ts'

test('the word that ends a text is no line of it', () => {
  expect(hereDocument('a\nEOF \n')).toEqual({ begin: "<<'EOF'", end: 'EOF' })
  expect(hereDocument('EOF\nEOF2\n$(x)\n')).toEqual({ begin: "<<'EOF3'", end: 'EOF3' })
})
