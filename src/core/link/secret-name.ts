/** Which names are those of secrets, and which values behind them are none. */

/** The last words of a name of a secret, without its `-`, `_` and `.`. */
const secretEnds = [
  'password',
  'passwords',
  'passwd',
  'passphrase',
  'passcode',
  'userpass',
  'dbpass',
  'rootpw',
  'pwd',
  'psk',
  'presharedkey',
  'secret',
  'secretkey',
  'secretaccesskey',
  'sharedkey',
  'accountkey',
  'clientsecret',
  'token',
  'accesstoken',
  'authtoken',
  'credential',
  'credentials',
  'apikey',
  'authkey',
  'accesskey',
  'privatekey',
  'encryptionkey',
  'activationkey',
  'licensekey',
  'productkey',
  'joinkey',
  'setupkey',
  'masterkey',
  'signingkey',
  'wpakey',
  'wepkey',
] as const

/** `lock_passwd` is cloud-init's switch, `no_password` one of many; PWD is where a shell is, OLDPWD where it was. */
const notSecret =
  /^(?:lock|no|disable|expire|allow|require|permit|use|has|need|old)[_.-]?(?:passwd|password|pwd)$|^pwd$/i

/**
 * True for the name of a secret in a file, a command or a program's environment: `MYSQL_ROOT_PASSWORD`, `psk`,
 * `aws_secret_access_key`, `passwd.plaintext-password.root` of systemd.
 */
export function isSecretName(name: string): boolean {
  if (notSecret.test(name)) return false
  if (/(?:plaintext|hashed)-password\./i.test(name)) return true
  const plain = name.replaceAll(/[_.-]/g, '').toLowerCase()
  return secretEnds.some((end) => plain.endsWith(end))
}

/** Words that stand where a secret would and say that there is none, or that somebody is asked for it. */
const words = new Set([
  'false',
  'true',
  'yes',
  'no',
  'on',
  'off',
  'none',
  'null',
  'nil',
  'undefined',
  'hidden',
  'redacted',
  'masked',
  'removed',
  'disabled',
  'enabled',
  'locked',
  'required',
  'optional',
  'prompt',
  'ask',
  'stdin',
])

/**
 * True for a value that is no secret: a switch, a word for none, a variable or a template that is filled in elsewhere,
 * stars, a placeholder in angle brackets. `changeme` is a password like any other.
 */
export function isHarmlessValue(value: string): boolean {
  const bare = value.trim().replaceAll(/^["']|["'],?$/g, '')
  if (bare === '' || words.has(bare.toLowerCase())) return true
  if (/^(?:[*•!x.]{1,40}|<[^<>]{0,80}>|\[[^[\]]{0,80}\]|~)$/i.test(bare)) return true
  // $NAME, ${NAME}, $(command), %NAME%, {{ template }}; $6$… is a hash, which is one.
  return /^(?:\$[A-Za-z_{(]|%\w{1,80}%|\{\{|`)/.test(bare)
}

/** True for the path of a file: a name such as `private_key` may hold where the key is. */
export function isFilePath(value: string): boolean {
  return /^["']?(?:~?\/|\.{1,2}\/|[A-Z]:\\)[\w./\\~-]{1,400}["']?$/i.test(value.trim())
}
