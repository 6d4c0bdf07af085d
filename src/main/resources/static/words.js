// What the page says, in three languages: 简体中文, 繁體中文, English; and how it writes numbers, money and days.

export const languages = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' };

const LOCALES = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' };
const ORDER = Object.keys(languages);

/** Each phrase in the order of the languages; {name} stands for a value. */
const WORDS = {
  'view.start': ['首页', '首頁', 'Start'],
  'view.network': ['关系网', '關係網', 'Network'],
  'view.influence': ['影响力', '影響力', 'Influence'],
  'view.staff': ['员工', '員工', 'Staff'],
  'view.tiers': ['客户等级', '客戶等級', 'Tiers'],
  'view.rewards': ['奖励', '獎勵', 'Rewards'],
  'view.record': ['登记转介绍', '登記轉介紹', 'Record a referral'],
  'view.import': ['导入', '匯入', 'Import'],
  views: ['功能', '功能', 'Views'],
  skip: ['跳到正文', '跳到正文', 'Skip to content'],
  language: ['语言', '語言', 'Language'],
  signOut: ['退出', '登出', 'Sign out'],
  signOutOf: ['{name}：退出登录', '{name}：登出', '{name}: sign out'],
  loading: ['加载中…', '載入中…', 'Loading…'],
  search: ['搜索：姓名、拼音、电话、编号、推荐码', '搜尋：姓名、拼音、電話、編號、推薦碼', 'Search: name, pinyin, phone, number, referral code'],
  found: ['搜索结果', '搜尋結果', 'Clients found'],
  nobodyFound: ['没有找到符合的客户', '找不到符合的客戶', 'Nobody found'],
  broughtBelow: ['带来 {n} 人', '帶來 {n} 人', '{n} below'],
  joined: ['{on} 加入', '{on} 加入', 'joined {on}'],
  broughtBy: ['由 {name} 介绍', '由 {name} 介紹', 'brought by {name}'],
  startTitle: ['找一位客户，看她的关系网', '找一位客戶，看她的關係網', 'Find a client, see her network'],
  startHint: ['可输入中文、拼音或首字母、电话片段、客户编号、推荐码；简体繁体皆可。', '可輸入中文、拼音或首字母、電話片段、客戶編號、推薦碼；簡體繁體皆可。', 'Chinese or Latin names, pinyin or initials, part of a phone, client number or referral code.'],
  startFirst: ['影响力最高的客户', '影響力最高的客戶', 'Most influential clients'],
  nothingYet: ['还没有数据。', '還沒有資料。', 'Nothing here yet.'],
  score: ['影响力', '影響力', 'Influence'],
  phone: ['电话', '電話', 'Phone'],
  channel: ['渠道', '渠道', 'Channel'],
  owner: ['负责人', '負責人', 'Owner'],
  tier: ['等级', '等級', 'Tier'],
  activity: ['活跃度', '活躍度', 'Activity'],
  netRevenue: ['净消费', '淨消費', 'Net revenue'],
  below: ['下线人数', '下線人數', 'Below'],
  revenueBelow: ['下线净消费', '下線淨消費', 'Revenue below'],
  joinedOn: ['加入日期', '加入日期', 'Joined'],
  code: ['推荐码', '推薦碼', 'Referral code'],
  name: ['姓名', '姓名', 'Name'],
  number: ['编号', '編號', 'Number'],
  linkedOn: ['介绍日期', '介紹日期', 'Referred on'],
  converted: ['已成交', '已成交', 'converted'],
  unknown: ['未知', '未知', 'unknown'],
  others: ['其他', '其他', 'others'],
  all: ['全部', '全部', 'all'],
  'part.influence': ['影响力说明', '影響力說明', 'Influence explained'],
  'part.ties': ['员工关系', '員工關係', 'Staff ties'],
  'part.tier': ['等级说明', '等級說明', 'Tier explained'],
  'part.rewards': ['奖励', '獎勵', 'Rewards'],
  'part.followUps': ['回访', '回訪', 'Follow-ups'],
  'activity.ACTIVE': ['活跃', '活躍', 'active'],
  'activity.COOLING': ['转冷', '轉冷', 'cooling'],
  'activity.DORMANT': ['沉睡', '沉睡', 'dormant'],
  'activity.LOST': ['流失', '流失', 'lost'],
  'activity.NEVER': ['未消费', '未消費', 'never paid'],
  'tier.VIP': ['大客户', '大客戶', 'VIP'],
  'tier.MAIN': ['主要客户', '主要客戶', 'Main'],
  'tier.REGULAR': ['普通客户', '普通客戶', 'Regular'],
  'tier.GENERAL': ['一般客户', '一般客戶', 'General'],
  'role.FRONT_DESK': ['前台', '前台', 'Front desk'],
  'role.CLIENT_SERVICE': ['客服', '客服', 'Client service'],
  'role.CONSULTANT': ['咨询师', '諮詢師', 'Consultant'],
  'role.DOCTOR': ['医生', '醫師', 'Doctor'],
  'role.NURSE': ['护士', '護理師', 'Nurse'],
  'role.THERAPIST': ['治疗师', '治療師', 'Therapist'],
  'role.MANAGER': ['经理', '經理', 'Manager'],
  shape: ['显示方式', '顯示方式', 'Shape'],
  'shape.tree': ['树状', '樹狀', 'Tree'],
  'shape.rings': ['环状', '環狀', 'Radial'],
  'shape.list': ['列表', '清單', 'List'],
  'shape.overview': ['鸟瞰', '鳥瞰', 'Overview'],
  colorBy: ['颜色', '顏色', 'Colour'],
  sizeBy: ['大小', '大小', 'Size'],
  filters: ['筛选', '篩選', 'Filters'],
  linkedFrom: ['介绍日期从', '介紹日期從', 'Referred from'],
  linkedUntil: ['至', '至', 'until'],
  convertedOnly: ['仅已成交', '僅已成交', 'Converted only'],
  noFilter: ['清除筛选', '清除篩選', 'Clear filters'],
  pathTo: ['查找路径', '查找路徑', 'Find path'],
  pathToWhom: ['到哪位客户的路径？', '到哪位客戶的路徑？', 'Path to which client?'],
  pathToHer: ['到她的路径', '到她的路徑', 'Path to her'],
  undo: ['撤销', '復原', 'Undo'],
  export: ['导出', '匯出', 'Export'],
  copyLink: ['复制链接', '複製連結', 'Copy link'],
  upline: ['上线', '上線', 'Upline'],
  path: ['路径', '路徑', 'Path'],
  endPath: ['结束路径', '結束路徑', 'Close path'],
  unrelated: ['与 {name} 之间没有转介绍关系。', '與 {name} 之間沒有轉介紹關係。', 'No chain of referrals leads to {name}.'],
  'way.UP': ['由她介绍而来', '由她介紹而來', 'was brought by'],
  'way.DOWN': ['她介绍了', '她介紹了', 'brought'],
  meetsAt: ['共同上线', '共同上線', 'common referrer'],
  zoomIn: ['放大', '放大', 'Zoom in'],
  zoomOut: ['缩小', '縮小', 'Zoom out'],
  zoomAll: ['显示全部', '顯示全部', 'Show all'],
  fullDrawing: ['图中已有 {n} 个标记，其余分支保持折叠。', '圖中已有 {n} 個標記，其餘分支保持摺疊。', 'The drawing holds {n} marks; other branches stay folded.'],
  legendOf: ['图例：{by}', '圖例：{by}', 'Legend: {by}'],
  asOf: ['时间', '時間', 'As of'],
  asOfDay: ['截至 {on}', '截至 {on}', 'As of {on}'],
  today: ['今天', '今天', 'today'],
  backToToday: ['回到今天', '回到今天', 'Back to today'],
  focusHere: ['以她为中心', '以她為中心', 'Focus here'],
  hide: ['隐藏分支', '隱藏分支', 'Hide branch'],
  recordReferral: ['登记转介绍', '登記轉介紹', 'Record a referral'],
  panel: ['客户详情', '客戶詳情', 'About the client'],
  close: ['关闭', '關閉', 'Close'],
  treeOf: ['{name} 的关系网', '{name} 的關係網', 'Network of {name}'],
  markAbove: ['上线 {name}，{id}', '上線 {name}，{id}', 'above: {name}, {id}'],
  moreBranches: ['还有 {n} 支，{clients} 人', '還有 {n} 支，{clients} 人', '{n} more, {clients} clients'],
  noSuchClient: ['没有编号为 {id} 的客户。', '沒有編號為 {id} 的客戶。', 'Nobody has the number {id}.'],
  overviewOf: ['{n} 位客户的鸟瞰图；下方列表可用键盘操作。', '{n} 位客戶的鳥瞰圖；下方清單可用鍵盤操作。', 'Overview of {n} clients; the list below works by keyboard.'],
  largestBranches: ['最大的分支', '最大的分支', 'Largest branches'],
  mapCut: ['显示 {of} 人中的前 {n} 人。', '顯示 {of} 人中的前 {n} 人。', 'The first {n} of {of} are shown.'],
  generation: ['代', '代', 'Generation'],
  client: ['客户', '客戶', 'Client'],
  clients: ['客户数', '客戶數', 'Clients'],
  convertedClients: ['成交人数', '成交人數', 'Converted'],
  region: ['地区', '地區', 'Region'],
  place: ['名次', '名次', 'Place'],
  weight: ['权重', '權重', 'weight'],
  points: ['得分', '得分', 'Points'],
  percentile: ['百分位', '百分位', 'Percentile'],
  component: ['构成', '構成', 'Component'],
  sum: ['合计', '合計', 'Sum'],
  from: ['从', '從', 'From'],
  when: ['时间', '時間', 'When'],
  amount: ['数额', '數額', 'Amount'],
  days: ['{n} 天', '{n} 天', '{n} days'],
  version: ['第 {version} 版', '第 {version} 版', 'version {version}'],
  nobody: ['无', '無', 'nobody'],
  nextPage: ['下一页', '下一頁', 'Next page'],
  toFirst: ['回到第一页', '回到第一頁', 'First page'],
  ofClients: ['共 {n} 位客户', '共 {n} 位客戶', '{n} clients'],
  asTable: ['以表格查看', '以表格檢視', 'As a table'],
  tableBelow: ['同样的数据见下方表格', '同樣的資料見下方表格', 'The same figures are in the table below'],
  basis: ['依据规则第 {rule} 版，{n} 位客户，截至 {on}。', '依據規則第 {rule} 版，{n} 位客戶，截至 {on}。', 'By rule version {rule}, from {n} clients, as of {on}.'],
  running: ['正在计算…', '正在計算…', 'Working on it…'],

  influenceTitle: ['谁最有影响力，为什么', '誰最有影響力，為什麼', 'Who matters, and why'],
  'influenceTab.ranking': ['排名', '排名', 'Ranking'],
  'influenceTab.hidden': ['隐藏的关键客户', '隱藏的關鍵客戶', 'Hidden key clients'],
  'influenceTab.ask': ['邀请名单', '邀請名單', 'Ask list'],
  'influenceTab.charts': ['图表', '圖表', 'Charts'],
  rankBy: ['排序依据', '排序依據', 'Rank by'],
  joinedFrom: ['加入日期从', '加入日期從', 'Joined from'],
  scoreMade: ['得分构成（满分 100）', '得分構成（滿分 100）', 'What the score is made of, of 100'],
  'measure.SCORE': ['影响力得分', '影響力得分', 'Influence score'],
  'measure.DOWNSTREAM_VALUE': ['下线价值', '下線價值', 'Downstream value'],
  'measure.DIRECT_CREDIT': ['直接贡献', '直接貢獻', 'Direct credit'],
  'measure.CHAIN_CREDIT': ['链条贡献', '鏈條貢獻', 'Chain credit'],
  'measure.CONVERTED_REFERRALS': ['成交的介绍', '成交的介紹', 'Converted referrals'],
  'measure.CONVERSION': ['转化率（下限）', '轉化率（下限）', 'Conversion, lower bound'],
  'measure.PAGE_RANK': ['关系中心度', '關係中心度', 'Centrality among ties'],
  'measure.SPREAD': ['预期传播', '預期傳播', 'Expected spread'],
  'measure.NETWORK_LOSS': ['网络损失', '網絡損失', 'Network loss'],
  rankOf: ['在 {n} 人中排第 {rank}', '在 {n} 人中排第 {rank}', 'rank {rank} of {n}'],
  notRated: ['尚未评分', '尚未評分', 'not rated yet'],
  atRisk: ['若流失的相关价值', '若流失的相關價值', 'At stake if she left'],
  byBranch: ['主要来自', '主要來自', 'Mostly through'],
  hiddenLead: ['只看自己消费会漏掉的客户：她们消费不多，却带来了许多。', '只看自己消費會漏掉的客戶：她們消費不多，卻帶來了許多。', 'Clients whom a list by spending misses: they spend little themselves and bring a lot.'],
  'group.CHAMPION': ['消费多，带来多', '消費多，帶來多', 'Spend and bring much'],
  'group.ADVOCATE': ['消费少，带来多', '消費少，帶來多', 'Spend little, bring much'],
  'group.AFFLUENT': ['消费多，带来少', '消費多，帶來少', 'Spend much, bring little'],
  'group.MISER': ['消费少，带来少', '消費少，帶來少', 'Spend and bring little'],
  ownValue: ['自己', '自己', 'own'],
  referralValue: ['带来', '帶來', 'brought'],
  hiddenShares: ['前 {n} 位关键客户：按消费占价值 {spend}，连同介绍占 {both}。', '前 {n} 位關鍵客戶：按消費占價值 {spend}，連同介紹占 {both}。', 'The first {n} key clients: by spending alone they hold {spend} of that value, with referrals {both} of it.'],
  hiddenClients: ['应加入关键客户名单的人', '應加入關鍵客戶名單的人', 'Whom the list by spending leaves out'],
  askLead: ['接下来邀请谁介绍朋友：按新增触达的人数排序；不愿被打扰、刚做完治疗、有投诉或近期联系过的人已排除。', '接下來邀請誰介紹朋友：按新增觸及的人數排序；不願被打擾、剛做完治療、有投訴或近期聯繫過的人已排除。', 'Whom to ask for a referral next, by whom each adds. Left out is who does not want it, was just treated, has a complaint, or was contacted lately.'],
  howMany: ['人数', '人數', 'How many'],
  askGain: ['新增触达', '新增觸及', 'Adds'],
  askReason: ['理由', '理由', 'Why'],
  askReasonLine: ['预计触达 {spread} 人，并打开 {circle} 人的圈子', '預計觸及 {spread} 人，並打開 {circle} 人的圈子', 'expected to reach {spread} clients of her chain and opens a circle of {circle}'],
  asker: ['由谁邀请', '由誰邀請', 'Who asks'],
  passedOver: ['暂不邀请的 {n} 人', '暫不邀請的 {n} 人', 'Passed over: {n}'],
  'pass.TOO_NEW': ['加入不久', '加入不久', 'joined lately'],
  'pass.JUST_TREATED': ['刚做完治疗', '剛做完治療', 'just treated'],
  'pass.RECENTLY_CONTACTED': ['近期联系过', '近期聯繫過', 'contacted lately'],
  'pass.OPEN_COMPLAINT': ['有未结投诉', '有未結投訴', 'open complaint'],
  'chart.channels': ['各渠道的回报：本人与其链条', '各渠道的回報：本人與其鏈條', 'Channel return: themselves and their chains'],
  'chart.generations': ['{name} 下线各代的净消费', '{name} 下線各代的淨消費', 'Revenue by generation below {name}'],
  'chart.activity': ['客户活跃度', '客戶活躍度', 'Clients by activity'],
  'chart.tiers': ['各等级的人数与价值占比', '各等級的人數與價值占比', 'Tiers: share of clients and of value'],
  'chart.lorenz': ['消费集中度（洛伦兹曲线，基尼系数 {gini}）', '消費集中度（羅倫茲曲線，基尼係數 {gini}）', 'Concentration of revenue (Lorenz curve, Gini {gini})'],
  firstGeneration: ['直接到来', '直接到來', 'Came themselves'],
  allGenerations: ['含下线', '含下線', 'With chains'],
  directRevenue: ['本人净消费', '本人淨消費', 'Own revenue'],
  chainRevenue: ['链条净消费', '鏈條淨消費', 'Chain revenue'],
  costOfFirst: ['每位成本', '每位成本', 'Cost each'],
  costOfAll: ['含下线每位成本', '含下線每位成本', 'Cost each with chains'],

  staffMember: ['员工', '員工', 'Staff member'],
  tie: ['融洽度', '融洽度', 'Tie'],
  dependence: ['依赖度', '依賴度', 'Dependence'],
  contacts: ['接触次数', '接觸次數', 'Contacts'],
  lastContact: ['最近接触', '最近接觸', 'Last contact'],
  noContact: ['还没有接触记录。', '還沒有接觸記錄。', 'No contact yet.'],
  coverage: ['阶段与岗位覆盖', '階段與崗位覆蓋', 'Cover by stage and role'],
  weakest: ['最薄弱的岗位：{role}', '最薄弱的崗位：{role}', 'Held least by: {role}'],
  neverMet: ['未接触', '未接觸', 'never met'],
  'stage.BEFORE': ['术前', '術前', 'Before'],
  'stage.DURING': ['术中', '術中', 'During'],
  'stage.AFTER': ['术后', '術後', 'After'],
  staffTitle: ['谁维系着哪些客户', '誰維繫著哪些客戶', 'Who holds which clients'],
  'staffTab.ties': ['关系与覆盖', '關係與覆蓋', 'Ties and cover'],
  'staffTab.departure': ['离职推演', '離職推演', 'If she left'],
  'staffTab.due': ['到期回访', '到期回訪', 'Follow-ups due'],
  'staffTab.complaints': ['投诉', '投訴', 'Complaints'],
  clientsKnown: ['接触过的客户', '接觸過的客戶', 'Clients known'],
  clientsOwned: ['负责的客户', '負責的客戶', 'Clients owned'],
  soleContact: ['只认识她', '只認識她', 'Known by her alone'],
  onlyShe: ['只认识她', '只認識她', 'known by her alone'],
  dependenceSum: ['依赖度合计', '依賴度合計', 'Sum of dependence'],
  revenueKnown: ['这些客户的净消费', '這些客戶的淨消費', 'Their net revenue'],
  tiesOf: ['{name} 的客户', '{name} 的客戶', 'Clients of {name}'],
  insideCycle: ['仍在疗效期', '仍在療效期', 'Still in effect'],
  departureLead: ['如果这位员工离开：哪些客户、多少价值会受影响，由谁接手最合适。', '如果這位員工離開：哪些客戶、多少價值會受影響，由誰接手最合適。', 'If she left: which clients and how much would be at stake, and who could take over best.'],
  valueAtRisk: ['风险价值', '風險價值', 'Value at risk'],
  networkAtRisk: ['连带的下线价值', '連帶的下線價值', 'Taken along below them'],
  mostAtRisk: ['风险最高的客户', '風險最高的客戶', 'Most at risk'],
  networkLoss: ['网络损失', '網絡損失', 'Network loss'],
  handover: ['建议交接', '建議交接', 'Suggested hand-over'],
  goesTo: ['交给', '交給', 'To'],
  unassigned: ['{n} 位客户暂无人可接手。', '{n} 位客戶暫無人可接手。', 'Nobody has room for {n} clients.'],
  departureBasis: ['规则 {rule}，δ = {delta}（假设），{n} 位客户，截至 {on}；依赖度是关系占比，不是实测概率。', '規則 {rule}，δ = {delta}（假設），{n} 位客戶，截至 {on}；依賴度是關係占比，不是實測機率。', 'Rule {rule}, δ = {delta} (assumed), {n} clients, as of {on}; dependence is a share of ties, not a measured probability.'],
  overdueOnly: ['仅已逾期', '僅已逾期', 'Missed only'],
  step: ['步骤', '步驟', 'Step'],
  dueAt: ['到期', '到期', 'Due'],
  state: ['状态', '狀態', 'State'],
  outcome: ['结果', '結果', 'Outcome'],
  outcomeFor: ['{name} 的回访结果', '{name} 的回訪結果', 'Outcome for {name}'],
  chooseStaff: ['请先选择员工', '請先選擇員工', 'choose a staff member first'],
  nothingDue: ['没有到期的回访。', '沒有到期的回訪。', 'Nothing is due.'],
  'followUp.PLANNED': ['计划中', '計畫中', 'planned'],
  'followUp.DUE': ['到期', '到期', 'due'],
  'followUp.OVERDUE': ['已逾期', '已逾期', 'missed'],
  'followUp.DONE': ['已完成', '已完成', 'done'],
  'outcome.SATISFIED': ['满意', '滿意', 'satisfied'],
  'outcome.CONCERN': ['有顾虑', '有顧慮', 'has a concern'],
  'outcome.NOT_REACHED': ['未联系上', '未聯繫上', 'not reached'],
  'outcome.DECLINED': ['不愿回访', '不願回訪', 'declined'],
  'outcome.NOT_NEEDED': ['无需回访', '無需回訪', 'not needed'],
  complaintsLead: ['未结投诉，按影响面、严重程度和剩余时间排序。', '未結投訴，按影響面、嚴重程度和剩餘時間排序。', 'Open complaints by exposure, severity and time left.'],
  topic: ['主题', '主題', 'Topic'],
  severity: ['严重度', '嚴重度', 'Severity'],
  exposure: ['影响面', '影響面', 'Exposure'],
  firstResponse: ['首次回应', '首次回應', 'First response'],
  solution: ['解决', '解決', 'Solution'],
  handler: ['处理人', '處理人', 'Handler'],
  hearFirst: ['应先告知', '應先告知', 'Should hear first'],
  noComplaints: ['没有未结投诉。', '沒有未結投訴。', 'No open complaints.'],
  'clock.RUNNING': ['计时中', '計時中', 'running'],
  'clock.IN_TIME': ['按时', '按時', 'in time'],
  'clock.LATE': ['超时完成', '逾時完成', 'late'],
  'clock.OVERDUE': ['已超时', '已逾時', 'overdue'],
  feedback: ['反馈', '回饋', 'Feedback'],
  'feedback.COMPLAINT': ['投诉', '投訴', 'Complaint'],
  'feedback.SUGGESTION': ['建议', '建議', 'Suggestion'],
  'feedback.PRAISE': ['表扬', '表揚', 'Praise'],
  stillOpen: ['未结', '未結', 'open'],

  tiersTitle: ['客户等级与规则', '客戶等級與規則', 'Tiers and their rule'],
  noTierRun: ['还没有计算过等级。', '還沒有計算過等級。', 'Tiers have not been decided yet.'],
  noTierYet: ['最近一次计算未给出等级。', '最近一次計算未給出等級。', 'The latest run has not placed her.'],
  runTiers: ['重新计算等级', '重新計算等級', 'Decide tiers anew'],
  runDone: ['等级已重新计算。', '等級已重新計算。', 'Tiers were decided anew.'],
  tierRunOf: ['{n} 位客户，截至 {on}，规则第 {rule} 版', '{n} 位客戶，截至 {on}，規則第 {rule} 版', '{n} clients, as of {on}, rule version {rule}'],
  clientShare: ['人数占比', '人數占比', 'Share of clients'],
  valueShare: ['价值占比', '價值占比', 'Share of value'],
  potential: ['潜在大客户', '潛在大客戶', 'potential'],
  lorenzClients: ['客户占比', '客戶占比', 'Share of clients'],
  lorenzValue: ['净消费占比', '淨消費占比', 'Share of revenue'],
  lorenzEven: ['完全平均', '完全平均', 'all alike'],
  membersOf: ['{tier}名单', '{tier}名單', 'Clients of tier {tier}'],
  tierRule: ['等级规则', '等級規則', 'Tier rule'],
  ruleSigned: ['第 {version} 版，{by} 于 {on} 签署', '第 {version} 版，{by} 於 {on} 簽署', 'version {version}, signed by {by} on {on}'],
  ruleUnsigned: ['第 {version} 版，未签署', '第 {version} 版，未簽署', 'version {version}, unsigned'],
  tierShares: ['各等级人数比例（%）', '各等級人數比例（%）', 'Share of clients by tier, %'],
  tierWeights: ['各项标准的权重', '各項標準的權重', 'Weights of the criteria'],
  'weight.tenure': ['入会时长', '入會時長', 'Tenure'],
  'weight.netSpend': ['净消费', '淨消費', 'Net spend'],
  'weight.paidVisits': ['付费次数', '付費次數', 'Paid visits'],
  'weight.frequency': ['近期频率', '近期頻率', 'Frequency'],
  'weight.treatments': ['项目种类', '項目種類', 'Treatments'],
  'weight.referrals': ['介绍', '介紹', 'Referrals'],
  'weight.activities': ['活动', '活動', 'Activities'],
  'weight.feedback': ['反馈', '回饋', 'Feedback'],
  'weight.credit': ['欠款', '欠款', 'Credit'],
  'weight.influence': ['影响力', '影響力', 'Influence'],
  'weight.prospects': ['增长', '增長', 'Prospects'],
  'criterion.TENURE': ['入会时长', '入會時長', 'Tenure'],
  'criterion.NET_SPEND': ['净消费', '淨消費', 'Net spend'],
  'criterion.PAID_VISITS': ['付费次数', '付費次數', 'Paid visits'],
  'criterion.FREQUENCY': ['近期频率', '近期頻率', 'Frequency'],
  'criterion.TREATMENTS': ['项目种类', '項目種類', 'Treatments'],
  'criterion.REFERRALS': ['介绍', '介紹', 'Referrals'],
  'criterion.ACTIVITIES': ['活动', '活動', 'Activities'],
  'criterion.FEEDBACK': ['反馈', '回饋', 'Feedback'],
  'criterion.CREDIT': ['欠款', '欠款', 'Credit'],
  'criterion.INFLUENCE': ['影响力', '影響力', 'Influence'],
  'criterion.PROSPECTS': ['增长', '增長', 'Prospects'],
  criterion: ['标准', '標準', 'Criterion'],
  lift: ['升级所需', '升級所需', 'To rise'],
  scoreOf: ['{score} 分，{n} 人中第 {rank}', '{score} 分，{n} 人中第 {rank}', '{score} points, rank {rank} of {n}'],
  heldByHysteresis: ['因缓冲规则保留', '因緩衝規則保留', 'kept by hysteresis'],
  previewRule: ['预览影响', '預覽影響', 'Preview the change'],
  asInForce: ['恢复现行规则', '恢復現行規則', 'Back to the rule in force'],
  previewOf: ['{n} 位客户中 {moved} 位会变更等级', '{n} 位客戶中 {moved} 位會變更等級', '{moved} of {n} clients would move'],
  before: ['现在', '現在', 'now'],
  after: ['之后', '之後', 'then'],
  whoMoves: ['谁会变更', '誰會變更', 'Who would move'],
  notTriedOut: ['只有正式计算才能体现：{names}', '只有正式計算才能體現：{names}', 'Only a run can try out: {names}'],
  signRule: ['提交并签署', '提交並簽署', 'Propose and sign'],
  signRuleHint: ['签署后从下一次计算起生效，并记入操作日志。', '簽署後從下一次計算起生效，並記入操作日誌。', 'In force from the next run on; kept in the operation log.'],
  ruleNowInForce: ['规则第 {version} 版已签署，从下一次计算起生效。', '規則第 {version} 版已簽署，從下一次計算起生效。', 'Rule version {version} is signed and in force from the next run on.'],
  ruleVersions: ['历史版本', '歷史版本', 'Versions'],
  signedBy: ['{by} 签署', '{by} 簽署', 'signed by {by}'],
  sign: ['签署', '簽署', 'Sign'],

  passwordAgain: ['请再次输入密码', '請再次輸入密碼', 'Type your password again'],
  passwordNeeded: ['此操作需要再次输入密码。', '此操作需要再次輸入密碼。', 'This needs your password again.'],
  password: ['密码', '密碼', 'Password'],
  confirm: ['确认', '確認', 'Confirm'],
  cancel: ['取消', '取消', 'Cancel'],

  rewardsTitle: ['转介绍奖励', '轉介紹獎勵', 'Rewards for referrals'],
  'rewardTab.pack': ['规则包', '規則包', 'Policy pack'],
  'rewardTab.approvals': ['待批', '待批', 'Approvals'],
  'rewardTab.ledger': ['账本', '帳本', 'Ledger'],
  'rewardTab.statement': ['客户对账单', '客戶對帳單', 'Statement'],
  'rewardTab.board': ['排行榜', '排行榜', 'Leaderboard'],
  rewardsOff: ['奖励尚未启用。', '獎勵尚未啟用。', 'Rewards are off.'],
  rewardsOffHint: ['院长签署一个规则包后才会开始计算。', '院長簽署一個規則包後才會開始計算。', 'They begin when a director signs a pack.'],
  packs: ['可用的规则包', '可用的規則包', 'Packs at hand'],
  packSigned: ['{by} 于 {on} 签署', '{by} 於 {on} 簽署', 'signed by {by} on {on}'],
  packChanged: ['这个规则包的文本已变更；有效的仍是签署时的文本。', '這個規則包的文本已變更；有效的仍是簽署時的文本。', 'The text of this pack has changed since; what was signed stays in force.'],
  packPays: ['每次到店', '每次到店', 'A visit earns'],
  packWindow: ['计入期限', '計入期限', 'Visits count for'],
  packRefund: ['退款期', '退款期', 'Refund window'],
  packReferrer: ['介绍人所得', '介紹人所得', 'Referrer’s part'],
  packText: ['签署文本', '簽署文本', 'Text to be signed'],
  packElsewhere: ['不适用于本院所在地，不能签署。', '不適用於本院所在地，不能簽署。', 'Not for the place of this clinic: it cannot be signed.'],
  signPack: ['签署此规则包', '簽署此規則包', 'Sign this pack'],
  unsign: ['停用', '停用', 'Turn off'],
  unsignWhy: ['停用原因？', '停用原因？', 'Why turn it off?'],
  packNowInForce: ['规则包 {name} 已生效。', '規則包 {name} 已生效。', 'Pack {name} is in force.'],
  kind: ['种类', '種類', 'Kind'],
  'kind.CASH': ['现金', '現金', 'Cash'],
  'kind.VOUCHER': ['代金券', '代金券', 'Voucher'],
  'kind.POINTS': ['积分', '積分', 'Points'],
  'kind.RECOGNITION': ['致谢', '致謝', 'Recognition'],
  perReferral: ['每次介绍上限', '每次介紹上限', 'Most a referral'],
  perPeriod: ['每期上限', '每期上限', 'Most a period'],
  approvalAbove: ['超过须双人批准', '超過須雙人批准', 'Two persons above'],
  period: ['周期', '週期', 'Period'],
  'period.MONTH': ['月', '月', 'month'],
  'period.QUARTER': ['季', '季', 'quarter'],
  'period.YEAR': ['年', '年', 'year'],
  'action.REDEMPTION': ['兑付', '兌付', 'Redemption'],
  'action.ADJUSTMENT': ['调整', '調整', 'Adjustment'],
  asked: ['{by} 于 {on} 申请。', '{by} 於 {on} 申請。', 'Asked for by {by} on {on}.'],
  needsTwo: ['超过 {above} 须由第二人批准', '超過 {above} 須由第二人批准', 'above {above} a second person decides'],
  balance: ['余额', '餘額', 'Balance'],
  proof: ['依据', '依據', 'Proof'],
  approve: ['批准', '批准', 'Approve'],
  reject: ['驳回', '駁回', 'Reject'],
  rejectWhy: ['驳回原因？', '駁回原因？', 'Why reject it?'],
  nothingWaits: ['没有待批事项。', '沒有待批事項。', 'Nothing waits for approval.'],
  entryType: ['类型', '類型', 'Type'],
  'entry.ACCRUAL': ['获得', '獲得', 'Earned'],
  'entry.REVERSAL': ['冲回', '沖回', 'Reversed'],
  'entry.REDEMPTION': ['兑付', '兌付', 'Redeemed'],
  'entry.CORRECTION': ['更正', '更正', 'Corrected'],
  'entryState.PENDING': ['退款期内', '退款期內', 'pending'],
  'entryState.AVAILABLE': ['可用', '可用', 'available'],
  ledgerEmpty: ['账本中没有记录。', '帳本中沒有記錄。', 'No lines in the ledger.'],
  proofLine: ['{friend} 到店净付 {base}，{percent}%（{pack}）', '{friend} 到店淨付 {base}，{percent}%（{pack}）', '{friend} paid {base} net, {percent} % ({pack})'],
  statementOfWhom: ['哪位客户的对账单？', '哪位客戶的對帳單？', 'Statement of which client?'],
  fullStatement: ['完整对账单', '完整對帳單', 'Full statement'],
  available: ['可用', '可用', 'Available'],
  pendingBalance: ['退款期内', '退款期內', 'Pending'],
  redeemed: ['已兑付', '已兌付', 'Redeemed'],
  opening: ['期初', '期初', 'Opening'],
  closing: ['期末', '期末', 'Closing'],
  'boardBy.PEOPLE_CONVERTED': ['成交人数', '成交人數', 'Clients converted'],
  'boardBy.NET_VALUE': ['净消费', '淨消費', 'Net value'],
  notOver: ['进行中', '進行中', 'not over yet'],
  boardBasis: ['共 {n} 人上榜，{out} 人不愿被排名。', '共 {n} 人上榜，{out} 人不願被排名。', '{n} have a place; {out} do not want to be ranked.'],

  importTitle: ['导入数据', '匯入資料', 'Import'],
  importLead: ['拖入诊所导出的 CSV 文件。先试运行：检查每一行，不写入任何数据。', '拖入診所匯出的 CSV 檔案。先試運行：檢查每一列，不寫入任何資料。', 'Drop the clinic’s exported CSV files. A dry run comes first: every row is checked and nothing is written.'],
  dropHere: ['把文件拖到这里', '把檔案拖到這裡', 'Drop files here'],
  chooseFiles: ['选择文件', '選擇檔案', 'Choose files'],
  removeFile: ['移除 {name}', '移除 {name}', 'Remove {name}'],
  unknownFile: ['不是约定的文件名', '不是約定的檔名', 'not a name of the layout'],
  dryRun: ['试运行，不写入', '試運行，不寫入', 'Dry run, writes nothing'],
  file: ['文件', '檔案', 'File'],
  rows: ['行数', '列數', 'Rows'],
  loadedRows: ['写入', '寫入', 'Loaded'],
  unchangedRows: ['未变', '未變', 'Unchanged'],
  rejectedRows: ['拒绝', '拒絕', 'Rejected'],
  remarks: ['备注', '備註', 'Remarks'],
  tryImport: ['试运行', '試運行', 'Try'],
  startImport: ['开始导入', '開始匯入', 'Import'],
  progress: ['进度', '進度', 'Progress'],
  'job.RUNNING': ['进行中', '進行中', 'Running'],
  'job.DONE': ['已完成', '已完成', 'Done'],
  'job.FAILED': ['失败', '失敗', 'Failed'],
  'job.CANCELLED': ['已取消', '已取消', 'Cancelled'],
  'job.INTERRUPTED': ['已中断', '已中斷', 'Interrupted'],
  rejects: ['被拒绝的行：{n}', '被拒絕的列：{n}', 'Rejected rows: {n}'],
  noRejects: ['没有被拒绝的行。', '沒有被拒絕的列。', 'No row was rejected.'],
  latestImports: ['最近的导入', '最近的匯入', 'Latest imports'],
  noImports: ['还没有导入过。', '還沒有匯入過。', 'Nothing was imported here yet.'],

  recordTitle: ['登记转介绍', '登記轉介紹', 'Record a referral'],
  whoBrought: ['介绍人', '介紹人', 'Who brought'],
  whoWasBrought: ['被介绍的朋友', '被介紹的朋友', 'Who was brought'],
  whenAndHow: ['何时与渠道', '何時與渠道', 'When and how'],
  byClient: ['按客户', '按客戶', 'By client'],
  byCode: ['按推荐码', '按推薦碼', 'By referral code'],
  newClient: ['新客户', '新客戶', 'A new client'],
  knownClient: ['已有客户', '已有客戶', 'A client we know'],
  'find.referrer': ['谁介绍的？', '誰介紹的？', 'Who brought her?'],
  'find.friend': ['介绍了谁？', '介紹了誰？', 'Whom did she bring?'],
  hasReferrer: ['她已由 {name} 介绍。', '她已由 {name} 介紹。', '{name} already holds the credit for bringing her.'],
  late: ['成交后才说明介绍人', '成交後才說明介紹人', 'Named after the sale'],
  lateHint: ['补登记从现在起计入，不改动过去的记录。', '補登記從現在起計入，不改動過去的記錄。', 'A late name counts from now on; nothing in the past is changed.'],
  reason: ['原因', '原因', 'Reason'],
  occurredOn: ['介绍日期', '介紹日期', 'Day of the referral'],
  record: ['登记', '登記', 'Record'],
  recorded: ['已登记：{referrer} 介绍了 {friend}（{on}）。', '已登記：{referrer} 介紹了 {friend}（{on}）。', 'Recorded: {referrer} brought {friend} ({on}).'],
  recordedLate: ['早于登记已有消费，按补登记处理。', '早於登記已有消費，按補登記處理。', 'She had come before; it counts as named late.'],
  seeInNetwork: ['在关系网中查看', '在關係網中檢視', 'See it in the network'],
  another: ['换一位', '換一位', 'Another'],
};

/** Codes of refusals said in words; others show the server's sentence. */
const CODES = {
  'code.UNREACHABLE': ['连接不上服务器，请检查网络后重试。', '連不上伺服器，請檢查網路後重試。', 'Kith cannot be reached. Check the connection and try again.'],
  'code.FORBIDDEN': ['您的账号没有这项权限。', '您的帳號沒有這項權限。', 'Your account may not do this.'],
  'code.PASSWORD_NEEDED': ['此操作需要再次输入密码。', '此操作需要再次輸入密碼。', 'This needs your password again.'],
  'code.CYCLE': ['这样会形成循环：她已在对方的下线中。', '這樣會形成循環：她已在對方的下線中。', 'That would close a loop: she is already below.'],
  'code.SECOND_REFERRER': ['这位客户已经有介绍人。', '這位客戶已經有介紹人。', 'This client already has a referrer.'],
  'code.SELF_REFERRAL': ['不能自己介绍自己。', '不能自己介紹自己。', 'Nobody can bring herself.'],
};

/** Sentences of the server that rest on figures, in Chinese; others are shown as they are. */
const SENTENCES = {
  'An association found in past data; without a holdout group it says nothing about causes.':
    ['这是过去数据中的关联；没有对照组，不说明因果。', '這是過去資料中的關聯；沒有對照組，不說明因果。'],
};

/** A sentence of the server in the reader's language, where there are words for it. */
export function said(sentence) {
  return SENTENCES[sentence]?.[ORDER.indexOf(spoken)] ?? sentence;
}

function preferred() {
  const kept = localStorage.getItem('kith-language');
  if (languages[kept]) {
    return kept;
  }
  for (const wanted of navigator.languages ?? [navigator.language]) {
    if (/^zh\b.*(hant|tw|hk|mo)/i.test(wanted)) {
      return 'zh-Hant';
    }
    if (/^zh\b/i.test(wanted)) {
      return 'zh-Hans';
    }
    if (/^en\b/i.test(wanted)) {
      return 'en';
    }
  }
  return 'en';
}

let spoken = preferred();
document.documentElement.lang = spoken;

export const language = () => spoken;

/** Changes the language of the page, and keeps the choice in this browser. */
export function speak(code) {
  spoken = code;
  localStorage.setItem('kith-language', code);
  document.documentElement.lang = code;
  window.dispatchEvent(new Event('kith-language'));
}

/** A phrase in the reader's language. */
export function t(key, values = {}) {
  return t.optional(key, values) ?? key;
}

/** A phrase, or nothing where there is none. */
t.optional = (key, values = {}) => {
  const phrase = (WORDS[key] ?? CODES[key])?.[ORDER.indexOf(spoken)];
  return phrase?.replaceAll(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
};

const formats = new Map();

function format(kind, options) {
  const key = spoken + kind.name + JSON.stringify(options);
  if (!formats.has(key)) {
    formats.set(key, new kind(LOCALES[spoken], options));
  }
  return formats.get(key);
}

export function number(value, digits = 0) {
  return value === null || value === undefined ? '' : format(Intl.NumberFormat, { maximumFractionDigits: digits }).format(value);
}

export function percent(value, digits = 1) {
  return value === null || value === undefined ? '' : format(Intl.NumberFormat, { style: 'percent', maximumFractionDigits: digits }).format(value);
}

/** A large number in few signs, for the axis of a chart. */
export function compact(value) {
  return format(Intl.NumberFormat, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** An amount with its currency. */
export function money(value) {
  return value ? format(Intl.NumberFormat, { style: 'currency', currency: value.currency, currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 }).format(value.amount) : '';
}

/** An amount whose currency goes without saying. */
export function amount(value) {
  return number(value, 2);
}

export function date(value) {
  const day = /^\d{4}-\d\d-\d\d$/.test(value);
  return format(Intl.DateTimeFormat, { dateStyle: 'medium', ...(day ? { timeZone: 'UTC' } : {}) }).format(new Date(value));
}

export function moment(value) {
  return value ? format(Intl.DateTimeFormat, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value)) : '';
}
