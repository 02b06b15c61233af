import { type Token, tokensBy } from './token.ts'

const pieces =
  /"(?:[^"\\\n]|\\.)*"?|(?<=^|\s)(?<comment>(?:#|;|\/\/).*)|(?<section>^\[[^\]\n]*\]?)|(?<=^[ \t]{0,80})(?<name>[\w.-]+)(?=[ \t]*(?:=|:|\{| "))|(?<word>\b(?:true|false|null)\b)|(?<sign>[{}[\]=,]+)/gm

/** Names with their values, by line or in braces: HCL, Nix and INI. */
export function assignmentTokens(text: string): readonly Token[] {
  return tokensBy(pieces, text, ({ comment, section, name, word, sign }) => {
    if (comment !== undefined) return 'comment'
    if (section !== undefined || name !== undefined || word !== undefined) return 'name'
    return sign === undefined ? undefined : 'quiet'
  })
}
