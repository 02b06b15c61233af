/** What Windows calls languages and time zones. */
import { ownValue } from '../text/index.ts'

/** Media are made in these languages, each with one culture (Microsoft, Available languages for Windows). */
const mediaLanguages: Readonly<Record<string, string>> = {
  ar: 'ar-SA',
  bg: 'bg-BG',
  cs: 'cs-CZ',
  da: 'da-DK',
  de: 'de-DE',
  el: 'el-GR',
  en: 'en-US',
  es: 'es-ES',
  et: 'et-EE',
  fi: 'fi-FI',
  fr: 'fr-FR',
  he: 'he-IL',
  hr: 'hr-HR',
  hu: 'hu-HU',
  it: 'it-IT',
  ja: 'ja-JP',
  ko: 'ko-KR',
  lt: 'lt-LT',
  lv: 'lv-LV',
  nb: 'nb-NO',
  nl: 'nl-NL',
  pl: 'pl-PL',
  pt: 'pt-PT',
  ro: 'ro-RO',
  ru: 'ru-RU',
  sk: 'sk-SK',
  sl: 'sl-SI',
  sr: 'sr-Latn-RS',
  sv: 'sv-SE',
  th: 'th-TH',
  tr: 'tr-TR',
  uk: 'uk-UA',
  zh: 'zh-CN',
}
const ownMedia = new Set(['en-GB', 'es-MX', 'fr-CA', 'pt-BR', 'zh-TW'])

export interface WindowsLanguage {
  /** Of the medium: what Setup and Windows speak. */
  readonly ui: string
  /** Of the person: keyboard, numbers, dates. */
  readonly culture: string
}

/** @param locale as POSIX writes it: `de_AT.UTF-8` */
export function windowsLanguage(locale: string): WindowsLanguage {
  const [name = ''] = locale.split(/[.@]/, 1)
  const culture = name.replace('_', '-')
  const [language = ''] = culture.split('-')
  const ui = ownMedia.has(culture) ? culture : (ownValue(mediaLanguages, language) ?? 'en-US')
  return { ui, culture: culture.includes('-') ? culture : ui }
}

/** Unicode CLDR, supplemental/windowsZones.xml: the zones of the tz database that people live in, by Windows’ name. */
const zones: Readonly<Record<string, string>> = {
  UTC: 'Etc/UTC UTC Etc/GMT',
  'GMT Standard Time':
    'Europe/London Europe/Dublin Europe/Lisbon Atlantic/Canary Atlantic/Madeira Europe/Jersey',
  'Greenwich Standard Time': 'Atlantic/Reykjavik Africa/Abidjan Africa/Accra Africa/Dakar',
  'Morocco Standard Time': 'Africa/Casablanca',
  'W. Europe Standard Time':
    'Europe/Berlin Europe/Vienna Europe/Zurich Europe/Amsterdam Europe/Rome Europe/Oslo Europe/Stockholm Europe/Luxembourg Europe/Monaco Europe/Malta Europe/Vaduz Europe/San_Marino Europe/Busingen',
  'Romance Standard Time': 'Europe/Paris Europe/Brussels Europe/Madrid Europe/Copenhagen',
  'Central Europe Standard Time':
    'Europe/Budapest Europe/Prague Europe/Bratislava Europe/Ljubljana Europe/Belgrade Europe/Podgorica Europe/Tirane',
  'Central European Standard Time': 'Europe/Warsaw Europe/Zagreb Europe/Sarajevo Europe/Skopje',
  'W. Central Africa Standard Time': 'Africa/Lagos Africa/Algiers Africa/Tunis Africa/Luanda',
  'GTB Standard Time': 'Europe/Bucharest Europe/Athens Asia/Nicosia',
  'FLE Standard Time':
    'Europe/Kiev Europe/Kyiv Europe/Helsinki Europe/Riga Europe/Tallinn Europe/Vilnius Europe/Sofia Europe/Mariehamn',
  'E. Europe Standard Time': 'Europe/Chisinau',
  'Egypt Standard Time': 'Africa/Cairo',
  'Israel Standard Time': 'Asia/Jerusalem',
  'South Africa Standard Time': 'Africa/Johannesburg Africa/Harare Africa/Maputo',
  'Turkey Standard Time': 'Europe/Istanbul',
  'Arab Standard Time': 'Asia/Riyadh Asia/Kuwait Asia/Qatar Asia/Bahrain',
  'Belarus Standard Time': 'Europe/Minsk',
  'Russian Standard Time': 'Europe/Moscow Europe/Simferopol',
  'E. Africa Standard Time': 'Africa/Nairobi Africa/Addis_Ababa',
  'Iran Standard Time': 'Asia/Tehran',
  'Arabian Standard Time': 'Asia/Dubai Asia/Muscat',
  'Georgian Standard Time': 'Asia/Tbilisi',
  'Caucasus Standard Time': 'Asia/Yerevan',
  'Azerbaijan Standard Time': 'Asia/Baku',
  'Afghanistan Standard Time': 'Asia/Kabul',
  'West Asia Standard Time': 'Asia/Tashkent Asia/Samarkand Asia/Dushanbe',
  'Pakistan Standard Time': 'Asia/Karachi',
  'India Standard Time': 'Asia/Kolkata Asia/Calcutta',
  'Sri Lanka Standard Time': 'Asia/Colombo',
  'Nepal Standard Time': 'Asia/Kathmandu',
  'Bangladesh Standard Time': 'Asia/Dhaka',
  'Ekaterinburg Standard Time': 'Asia/Yekaterinburg',
  'Myanmar Standard Time': 'Asia/Yangon Asia/Rangoon',
  'SE Asia Standard Time': 'Asia/Bangkok Asia/Jakarta Asia/Ho_Chi_Minh Asia/Saigon',
  'China Standard Time': 'Asia/Shanghai Asia/Hong_Kong Asia/Macau',
  'Singapore Standard Time': 'Asia/Singapore Asia/Kuala_Lumpur Asia/Manila',
  'Taipei Standard Time': 'Asia/Taipei',
  'W. Australia Standard Time': 'Australia/Perth',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'Korea Standard Time': 'Asia/Seoul',
  'AUS Central Standard Time': 'Australia/Darwin',
  'Cen. Australia Standard Time': 'Australia/Adelaide',
  'AUS Eastern Standard Time': 'Australia/Sydney Australia/Melbourne',
  'E. Australia Standard Time': 'Australia/Brisbane',
  'Tasmania Standard Time': 'Australia/Hobart',
  'Vladivostok Standard Time': 'Asia/Vladivostok',
  'New Zealand Standard Time': 'Pacific/Auckland',
  'Fiji Standard Time': 'Pacific/Fiji',
  'Azores Standard Time': 'Atlantic/Azores',
  'E. South America Standard Time': 'America/Sao_Paulo',
  'Argentina Standard Time': 'America/Buenos_Aires America/Argentina/Buenos_Aires',
  'Montevideo Standard Time': 'America/Montevideo',
  'Newfoundland Standard Time': 'America/St_Johns',
  'Atlantic Standard Time': 'America/Halifax Atlantic/Bermuda',
  'Pacific SA Standard Time': 'America/Santiago',
  'SA Western Standard Time': 'America/La_Paz America/Puerto_Rico America/Manaus',
  'Venezuela Standard Time': 'America/Caracas',
  'Eastern Standard Time': 'America/New_York America/Toronto America/Detroit America/Montreal',
  'SA Pacific Standard Time': 'America/Bogota America/Lima America/Panama America/Jamaica',
  'Central Standard Time': 'America/Chicago America/Winnipeg',
  'Central Standard Time (Mexico)': 'America/Mexico_City',
  'Canada Central Standard Time': 'America/Regina',
  'Central America Standard Time': 'America/Guatemala America/Costa_Rica America/El_Salvador',
  'Mountain Standard Time': 'America/Denver America/Edmonton America/Boise',
  'US Mountain Standard Time': 'America/Phoenix',
  'Pacific Standard Time': 'America/Los_Angeles America/Vancouver',
  'Alaskan Standard Time': 'America/Anchorage',
  'Hawaiian Standard Time': 'Pacific/Honolulu',
}

const byZone: ReadonlyMap<string, string> = new Map(
  Object.entries(zones).flatMap(([windows, names]) => names.split(' ').map((name) => [name, windows])),
)

/** @returns undefined for a zone whose name in Windows is not known here */
export function windowsTimeZone(zone: string): string | undefined {
  return byZone.get(zone)
}
