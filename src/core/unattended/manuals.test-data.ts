/** The words of the installers' manuals, as far as an answer file may have them here. */

/**
 * Debian Installation guide, appendix B, and example-preseed.txt of bookworm and trixie: who asks, the question, its type.
 * `passwd/user-default-groups`, `netcfg/hostname`: B.4.3, B.4.5. `partman/early_command`: B.5.1.
 */
export const preseedQuestions: ReadonlySet<string> = new Set([
  'd-i preseed/early_command string',
  'd-i preseed/late_command string',
  'd-i debian-installer/locale string',
  'd-i keyboard-configuration/xkb-keymap select',
  'd-i netcfg/choose_interface select',
  'd-i netcfg/get_hostname string',
  'd-i netcfg/get_domain string',
  'd-i netcfg/hostname string',
  'd-i mirror/country string',
  'd-i mirror/http/hostname string',
  'd-i mirror/http/directory string',
  'd-i mirror/http/proxy string',
  'd-i passwd/root-login boolean',
  'd-i passwd/user-fullname string',
  'd-i passwd/username string',
  'd-i passwd/user-password-crypted password',
  'd-i passwd/user-default-groups string',
  'd-i clock-setup/utc boolean',
  'd-i clock-setup/ntp boolean',
  'd-i time/zone string',
  'd-i partman/early_command string',
  'd-i partman-auto/disk string',
  'd-i partman-auto/method string',
  'd-i partman-auto/choose_recipe select',
  'd-i partman-partitioning/confirm_write_new_label boolean',
  'd-i partman/choose_partition select',
  'd-i partman/confirm boolean',
  'd-i partman/confirm_nooverwrite boolean',
  'd-i partman-efi/non_efi_system boolean',
  'd-i apt-setup/cdrom/set-first boolean',
  'tasksel tasksel/first multiselect',
  'd-i pkgsel/include string',
  'popularity-contest popularity-contest/participate boolean',
  'd-i grub-installer/only_debian boolean',
  'd-i grub-installer/with_other_os boolean',
  'd-i grub-installer/bootdev string',
  'd-i cdrom-detect/eject boolean',
  'd-i finish-install/reboot_in_progress note',
  'd-i debian-installer/exit/poweroff boolean',
])

/** pykickstart, Kickstart documentation, chapters 2 to 6; of RHEL 9 the same, System Design Guide, appendix B. */
export const kickstartCommands: ReadonlySet<string> = new Set([
  'text',
  'lang',
  'keyboard',
  'timezone',
  'network',
  'rootpw',
  'user',
  'sshkey',
  'ignoredisk',
  'zerombr',
  'clearpart',
  'autopart',
  'bootloader',
  'firstboot',
  'services',
  'skipx',
  'xconfig',
  'poweroff',
  '%pre',
  '%packages',
  '%post',
  '%end',
])

/** Ubuntu installation guide, Autoinstall configuration reference manual; below user-data cloud-init, Users and Groups. */
export const autoinstallKeys: ReadonlySet<string> = new Set(
  [
    '',
    'version',
    'early-commands',
    'locale',
    'keyboard',
    'keyboard.layout',
    'timezone',
    'storage',
    'storage.layout',
    'storage.layout.name',
    'storage.layout.match',
    'storage.layout.match.path',
    'ssh',
    'ssh.install-server',
    'ssh.allow-pw',
    'packages',
    'shutdown',
    'user-data',
    'user-data.hostname',
    'user-data.disable_root',
    'user-data.users',
    ...['name', 'groups', 'shell', 'sudo', 'lock_passwd', 'passwd', 'ssh_authorized_keys'].map(
      (key) => `user-data.users[].${key}`,
    ),
  ].map((key) => (key === '' ? 'autoinstall' : `autoinstall.${key}`)),
)

const setup = 'windowsPE Microsoft-Windows-Setup'
const shell = 'oobeSystem Microsoft-Windows-Shell-Setup'
const international = ['InputLocale', 'SystemLocale', 'UILanguage', 'UserLocale']

/** Microsoft, Unattended Windows Setup Reference, Components: each with the pass that it belongs to. */
export const autounattendSettings: ReadonlySet<string> = new Set([
  ...[...international, 'SetupUILanguage', 'SetupUILanguage/UILanguage'].map(
    (name) => `windowsPE Microsoft-Windows-International-Core-WinPE/${name}`,
  ),
  ...international.map((name) => `oobeSystem Microsoft-Windows-International-Core/${name}`),
  ...['', '/PathAndCredentials', '/PathAndCredentials/Path'].map(
    (name) => `windowsPE Microsoft-Windows-PnpCustomizationsWinPE/DriverPaths${name}`,
  ),
  ...[
    '',
    '/Disk',
    '/Disk/DiskID',
    '/Disk/WillWipeDisk',
    '/Disk/CreatePartitions',
    '/Disk/ModifyPartitions',
    ...['', '/Order', '/Type', '/Size', '/Extend'].map(
      (name) => `/Disk/CreatePartitions/CreatePartition${name}`,
    ),
    ...['', '/Order', '/Active', '/Format', '/Label', '/Letter', '/PartitionID'].map(
      (name) => `/Disk/ModifyPartitions/ModifyPartition${name}`,
    ),
  ].map((name) => `${setup}/DiskConfiguration${name}`),
  ...[
    '',
    '/OSImage',
    '/OSImage/InstallTo',
    '/OSImage/InstallTo/DiskID',
    '/OSImage/InstallTo/PartitionID',
  ].map((name) => `${setup}/ImageInstall${name}`),
  ...['', '/AcceptEula', '/FullName', '/ProductKey', '/ProductKey/WillShowUI'].map(
    (name) => `${setup}/UserData${name}`,
  ),
  ...['ComputerName', 'TimeZone'].map((name) => `specialize Microsoft-Windows-Shell-Setup/${name}`),
  ...[
    '',
    '/SynchronousCommand',
    ...['Order', 'Description', 'CommandLine'].map((name) => `/SynchronousCommand/${name}`),
  ].map((name) => `${shell}/FirstLogonCommands${name}`),
  ...['', '/HideEULAPage', '/HideOnlineAccountScreens', '/HideWirelessSetupInOOBE', '/ProtectYourPC'].map(
    (name) => `${shell}/OOBE${name}`,
  ),
  ...[
    '',
    '/LocalAccounts',
    ...['', '/Name', '/Group', '/Password', '/Password/Value', '/Password/PlainText'].map(
      (name) => `/LocalAccounts/LocalAccount${name}`,
    ),
  ].map((name) => `${shell}/UserAccounts${name}`),
])
