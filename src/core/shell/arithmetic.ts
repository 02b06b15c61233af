/** `$((…))`: whole numbers and variables of the text. POSIX shell, 2.6.4 Arithmetic Expansion. */

const token = /\s*(\d+|\$?\{?[A-Za-z_]\w*\}?|[-+*/%()])/y

/**
 * What an expression comes to.
 *
 * @param text between the brackets
 * @param variable the value of a variable
 * @returns undefined when it holds what is not known here, or an operator beside + - * / %
 */
export function arithmetic(text: string, variable: (name: string) => string | undefined): number | undefined {
  const tokens = tokensOf(text)
  return tokens && new Expression(tokens, variable).whole()
}

function tokensOf(text: string): readonly string[] | undefined {
  const found: string[] = []
  let at = 0
  const bare = text.trimEnd()
  while (at < bare.length) {
    token.lastIndex = at
    const match = token.exec(bare)
    if (match === null) return undefined
    found.push(match[1] ?? '')
    at = token.lastIndex
  }
  return found
}

/** Brackets inside each other are read by the stack of this program. */
const deepest = 64

class Expression {
  private readonly tokens: readonly string[]
  private readonly variable: (name: string) => string | undefined
  private at = 0
  private depth = 0

  constructor(tokens: readonly string[], variable: (name: string) => string | undefined) {
    this.tokens = tokens
    this.variable = variable
  }

  whole(): number | undefined {
    const value = this.sum()
    return this.at === this.tokens.length && Number.isSafeInteger(value) ? value : undefined
  }

  private sum(): number {
    let value = this.product()
    for (;;) {
      if (this.takes('+')) value += this.product()
      else if (this.takes('-')) value -= this.product()
      else return value
    }
  }

  private product(): number {
    let value = this.operand()
    for (;;) {
      if (this.takes('*')) value *= this.operand()
      else if (this.takes('/')) value = Math.trunc(value / this.operand())
      else if (this.takes('%')) value %= this.operand()
      else return value
    }
  }

  private operand(): number {
    this.depth += 1
    const value = this.depth > deepest ? Number.NaN : this.single()
    this.depth -= 1
    return value
  }

  private single(): number {
    if (this.takes('-')) return -this.operand()
    if (this.takes('+')) return this.operand()
    if (this.takes('(')) {
      const value = this.sum()
      return this.takes(')') ? value : Number.NaN
    }
    const next = this.tokens[this.at] ?? ''
    this.at += 1
    const text = /^\d/.test(next) ? next : this.variable(next.replaceAll(/[${}]/g, ''))
    return text !== undefined && /^-?\d{1,15}$/.test(text.trim()) ? Number(text) : Number.NaN
  }

  private takes(word: string): boolean {
    if (this.tokens[this.at] !== word) return false
    this.at += 1
    return true
  }
}
