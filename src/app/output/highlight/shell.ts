import { type Token, tokensBy } from './token.ts'

/** What the shell itself knows, and the programs that the scripts begin lines with. */
const known = new Set(
  'if then do else elif while until for in esac fi done exit set unset export function awk bash cat cd chown chmod cp curl cut diff echo find git grep kill ln ls make mkdir openssl mv rm rmdir sed sh sleep sort source ssh start stop su sudo tee touch wc wget'.split(
    ' ',
  ),
)

const pieces =
  /(?<word>[a-zA-Z]\w*(?:-+\w+)*)|(?<=\s)(?<option>-+\w+(?:-+\w+)*)|(?<shebang>^#!.*$)|(?<comment>^#.*$)|'[^']*'?|"[^"]*"?|(?<variable>\$(?:\w+|[*@#?$!-]|\([^)]*\)?|\{[^}]*\}?)?)|(?<sign>[{}[\]()=><!~?&|+*/^;.,-]+)/gm

/** A shell script, or a command line: options and signs quieter than what is said with them. */
export function shellTokens(text: string): readonly Token[] {
  return tokensBy(pieces, text, ({ word, option, shebang, comment, variable, sign }) => {
    if (word !== undefined) return known.has(word) ? 'name' : undefined
    if (shebang !== undefined) return 'name'
    if (comment !== undefined) return 'comment'
    return option !== undefined || variable !== undefined || sign !== undefined ? 'quiet' : undefined
  })
}
