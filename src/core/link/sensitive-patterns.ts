/**
 * What gives a secret away by its form, wherever it stands. Each pattern is linear: it starts where a word starts
 * (a look-behind), and what it repeats has a bound or ends at a character that can't begin it again.
 */

/** The group of a thing, which the page and the command count by. */
export type SensitiveKind =
  | 'ssh-public-key'
  | 'private-key'
  | 'password'
  | 'token'
  | 'signed-address'
  | 'home-path'

export interface SensitivePattern {
  readonly kind: SensitiveKind
  /** What it is, in words. */
  readonly what: string
  /** Its first group is what may be shown: all behind it is masked. */
  readonly pattern: RegExp
  /** True for what is shown as it is. */
  readonly isPublic?: true
}

function token(what: string, pattern: RegExp): SensitivePattern {
  return { kind: 'token', what, pattern }
}

/** Keys of providers, which begin with what they are. */
const tokens: readonly SensitivePattern[] = [
  token('GitHub token', /(?<![\w-])(gh[oprsu]_)[A-Za-z0-9]{20,300}/g),
  token('GitHub token', /(?<![\w-])(github_pat_)\w{20,300}/g),
  token('GitLab token', /(?<![\w-])(gl(?:pat|dt|rt|cbt|ptt|ft|soat|imt|agent)-)[\w.-]{15,300}/g),
  token('Slack token', /(?<![\w-])(xox[a-z]-|xapp-)[\w-]{10,300}/g),
  token('Slack address', /(hooks\.slack\.com\/(?:services|workflows)\/)[\w/]{10,200}/g),
  token('Discord address', /(discord(?:app)?\.com\/api\/webhooks\/)[\w/-]{10,200}/g),
  token('AWS access key', /(?<![\w-])((?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{4})[A-Z0-9]{12}(?![A-Z0-9])/g),
  token('Tailscale key', /(?<![\w-])(tskey-(?:[a-z]{1,20}-)?)[\w-]{8,300}/g),
  token('API key', /(?<![\w-])(sk-(?:ant-|proj-|or-)?)(?!ssh-|ecdsa-)[\w-]{20,300}/g),
  token('Stripe key', /(?<![\w-])([rs]k_(?:live|test)_)\w{10,300}/g),
  token('npm token', /(?<![\w-])(npm_)[A-Za-z0-9]{20,300}/g),
  token('PyPI token', /(?<![\w-])(pypi-)[\w-]{30,600}/g),
  token('Hugging Face token', /(?<![\w-])(hf_)[A-Za-z0-9]{20,300}/g),
  token('DigitalOcean token', /(?<![\w-])(do[oprt]_v1_)[a-f0-9]{20,300}/g),
  token('Docker token', /(?<![\w-])(dckr_(?:pat|oat)_)[\w-]{10,300}/g),
  token('Google API key', /(?<![\w-])(AIza)[\w-]{30,60}/g),
  token('Google token', /(?<![\w-])(GOCSPX-|ya29\.)[\w-]{15,600}/g),
  token('Vault token', /(?<![\w-])(hv[bsr]\.)[\w-]{20,600}/g),
  token('Grafana token', /(?<![\w-])(gl(?:sa|c)_)[\w=+/]{20,600}/g),
  token('SendGrid key', /(?<![\w-])(SG\.)[\w-]{16,64}\.[\w-]{16,128}/g),
  token('Linear key', /(?<![\w-])(lin_api_)\w{20,300}/g),
  token('Shopify token', /(?<![\w-])(shp(?:at|ca|pa|ss)_)\w{20,300}/g),
  token('Pulumi token', /(?<![\w-])(pul-)[a-f0-9]{30,300}/g),
  token('Telegram token', /(?<![\w-])(\d{8,10}:AA)[\w-]{30,60}/g),
  token('K3s token', /(?<![\w-])(K10)[a-f0-9]{32,128}::\S{1,300}/g),
  token('JSON web token', /(?<![\w-])(eyJ)[\w-]{8,8000}\.[\w-]{8,8000}\.[\w-]{0,2000}/g),
  token('kubeadm token', /(--token[ =])[a-z0-9]{6}\.[a-z0-9]{16}(?![\w.])/g),
  token('bearer token', /(?<![\w-])(Bearer[ \t]{1,9})(?![$%{<*])[\w.~+/=-]{8,8000}/gi),
  token(
    'Authorization header',
    /(?<![\w-])((?:Proxy-)?Authorization["']?[:=][ \t]{0,9}["']?(?:Basic|Token|Digest|ApiKey)[ \t]{1,9})(?![$%{<*])[^\s"']{4,4000}/gi,
  ),
  token(
    'API key',
    /(?<![\w-])(X-(?:Auth-Token|Api-Key|Vault-Token)["']?:[ \t]{0,9})(?![$%{<*])[^\s"']{4,4000}/gi,
  ),
  token('registry login', /(?<![\w-])(["']auth["'][ \t]{0,9}:[ \t]{0,9}["'])[\w+/=]{8,2000}/g),
  token('Ubuntu Pro token', /(?<![\w-])((?:pro|ua)[ \t]{1,9}attach[ \t]{1,9})C1?[A-Za-z0-9]{15,100}/g),
  token(
    'Windows product key',
    /(?<![\w-])([A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}(?![\w-])/g,
  ),
  token('Ceph key', /(?<![\w+/])(AQ)[A-Za-z0-9+/]{36}==/g),
]

const privateKeys: readonly SensitivePattern[] = [
  {
    kind: 'private-key',
    what: 'private key',
    pattern: /(-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----)/g,
  },
  { kind: 'private-key', what: 'PuTTY private key', pattern: /(?<![\w-])(PuTTY-User-Key-File-\d)/g },
  { kind: 'private-key', what: 'age private key', pattern: /(?<![\w-])(AGE-SECRET-KEY-1)\w{1,200}/g },
  { kind: 'private-key', what: 'OpenVPN key', pattern: /(-----BEGIN OpenVPN Static key V1-----)/g },
  {
    kind: 'private-key',
    what: 'WireGuard key',
    pattern: /(?<![\w-])((?:Private|Preshared)_?Key["']?[ \t]{0,9}[:=][ \t]{0,9}["']?)[A-Za-z0-9+/]{43}=/gi,
  },
]

function password(what: string, pattern: RegExp): SensitivePattern {
  return { kind: 'password', what, pattern }
}

/** The next word of a command, as long as it is no option, variable or template. */
const word = String.raw`(?:"(?![$%{<])[^"\n]{1,200}"|'(?![$%{<])[^'\n]{1,200}'|(?![-$%{<"'|&;>])[^\s"'|&;<>]{1,200})`

function command(what: string, head: string, value: string = word): SensitivePattern {
  return password(what, new RegExp(String.raw`(?<![\w/.-])(${head})${value}`, 'g'))
}

const rest = String.raw`\b[^\n|&;]{0,80}?[ \t]`

/** Passwords in commands, addresses, and files of other programs. */
const passwords: readonly SensitivePattern[] = [
  password(
    'password in an address',
    /(?<![a-z+.-])([a-z][a-z+.-]{0,20}:\/\/[^\s/:@'"]{0,200}[:%])(?![$%{<*])[^\s/@'"]{1,200}@/gi,
  ),
  password('password hash', /(\$(?:[1567y]|2[abxy]|gy|apr1|scrypt|argon2id?)\$)[\w./$=,+-]{8,400}/g),
  password('password hash', /(\{(?:SSHA|SHA|SMD5|CRYPT|PBKDF2|ARGON2)\d{0,3}\})[\w./$=,+]{12,400}/g),
  password('GRUB password', /(grub\.pbkdf2\.sha512\.)[\w.]{20,600}/g),
  command(
    'login of curl',
    `curl${rest}(?:-[a-zA-Z]{0,6}u|--user|--proxy-user|-U)[ =]?["']?[^\\s:"'$]{1,100}:`,
    String.raw`(?![$%{<])[^\s"']{1,200}`,
  ),
  command('password of MySQL', `(?:mysql|mariadb)(?:dump|admin|import|-dump|-admin)?${rest}-p`),
  command(
    'password in a command',
    `(?:sshpass|(?:docker|podman|skopeo|buildah|nerdctl|az|oc) login|helm registry login|useradd|usermod|mongo(?:sh|dump)?|7za?)${rest}-p[ \t]?`,
  ),
  command('password in a command', `(?:ldap(?:search|add|modify|whoami|passwd|delete))${rest}-w[ \t]?`),
  command('password in a command', `(?:redis-cli)${rest}-a[ \t]?`),
  command('password in a command', `(?:zip|unzip|ipmitool)${rest}-P[ \t]?`),
  command('password in a command', `openssl${rest}-pass(?:in|out)?[ \t]pass:`),
  command(
    'password in a command',
    'htpasswd[ \t]-[a-zA-Z]{0,6}b[a-zA-Z]{0,6}[ \t]\\S{1,200}[ \t]\\S{1,100}[ \t]',
  ),
  command(
    'password in a command',
    String.raw`(?:smbclient|rpcclient|mount\.cifs|net)${rest}-U[ \t]{0,4}[^\s%"']{1,100}%`,
  ),
  command(
    'password of Windows',
    String.raw`net(?:\.exe)?[ \t]{1,4}user[ \t]{1,4}[^\s/]{1,100}[ \t]{1,4}(?!/)`,
  ),
  command(
    'password of Windows',
    String.raw`(?:cmdkey|psexec|schtasks|wmic)(?:\.exe)?${rest}/(?:pass|rp|p)(?::|[ \t])`,
  ),
  command('password of Windows', String.raw`ConvertTo-SecureString[ \t]{1,9}(?:-String[ \t]{1,9})?`),
  command(
    'password of Windows',
    String.raw`DefaultPassword["']?[ \t]{1,9}(?:/t[ \t]{1,9}REG_SZ[ \t]{1,9})?(?:/d|-Value)[ \t]{1,9}`,
  ),
  command('Wi-Fi password', String.raw`wpa_passphrase[ \t]{1,9}(?:"[^"\n]{1,64}"|\S{1,64})[ \t]{1,9}`),
  command('Wi-Fi password', String.raw`nmcli${rest}(?:password|[\w.-]{0,40}psk)[ \t]{1,9}`),
  command('Wi-Fi password', String.raw`wpa-psk[ \t]{1,9}`),
  command(
    'password of the installer',
    String.raw`rootpw[ \t]{1,9}(?:--(?:plaintext|iscrypted|allow-ssh)[ \t]{1,9}){0,3}`,
  ),
  command(
    'password of the installer',
    String.raw`passwd/(?:root|user)-password(?:-again|-crypted)?[ \t]{1,9}password[ \t]{1,9}`,
  ),
  command('login of .netrc', String.raw`login[ \t]{1,9}\S{1,100}[ \t]{1,9}password[ \t]{1,9}`),
  command(
    'password that is piped',
    String.raw`(?:echo|printf)[ \t]{1,9}(?:-[ne]{1,2}[ \t]{1,9})?`,
    String.raw`${word}[^\n|]{0,40}\|[^\n]{0,60}?(?:\bpasswd\b|cryptsetup|sudo -S|--password-stdin|--passphrase-fd|vncpasswd|tailscale up)`,
  ),
  password(
    'secret of QEMU',
    /(?<![\w-])(secret(?:_keyring)?,(?:[\w-]{1,40}=[^,\s]{0,200},){0,6}data=)[^,\s]{1,400}/g,
  ),
  password(
    'secret of QEMU',
    /("qom-type"[ \t]{0,9}:[ \t]{0,9}"secret"[^}\n]{0,400}?"data"[ \t]{0,9}:[ \t]{0,9}")[^"\n]{1,400}/g,
  ),
  password('password of Windows setup', /(<(?:\w{0,30}Password)>\s{0,80}<Value>)[^<\n]{1,400}/g),
  password(
    'password in XML',
    /(<(?:\w{0,30}(?:password|passwd|secret|passphrase)|\w{0,30}Token)>)(?![*$%{<])[^<>\n]{1,400}/gi,
  ),
]

const signedAddresses: readonly SensitivePattern[] = [
  {
    kind: 'signed-address',
    what: 'signed address',
    pattern:
      /([?&;](?:X-Amz-(?:Signature|Credential|Security-Token)|X-Goog-(?:Signature|Credential)|AWSAccessKeyId|GoogleAccessId|Signature|sig|token|access_token|auth_token|authkey|api_?key|key|secret|password|passwd|hmac|hdnts|__token__|Policy|Key-Pair-Id)=)(?![$%{<])[^\s&'"<>#]{4,2000}/gi,
  },
]

const publicThings: readonly SensitivePattern[] = [
  {
    kind: 'ssh-public-key',
    what: 'SSH public key',
    isPublic: true,
    pattern:
      /(?<![\w-])((?:sk-)?(?:ssh-(?:ed25519|rsa|dss)|ecdsa-sha2-nistp\d{3})(?:-cert-v01)?(?:@openssh\.com)?[ \t]{1,9}AAAA[\w+/=]{1,4000}(?:[ \t]{1,9}[^\s'"<>,\]}]{1,200})?)/g,
  },
  {
    kind: 'home-path',
    what: 'path under a home',
    isPublic: true,
    // Of a file URL as well, but not the path of a web address.
    pattern:
      /((?<![\w.-]|[^/]\/)\/(?:(?:home|Users)\/[^\s/'"<>:,;|\\]{1,200}|root(?![\w.-]))(?:\/[^\s'"<>:,;|\\]{0,1000})?)/g,
  },
]

/** In the order that they are named in. */
export const sensitivePatterns: readonly SensitivePattern[] = [
  ...publicThings,
  ...privateKeys,
  ...tokens,
  ...signedAddresses,
  ...passwords,
]
