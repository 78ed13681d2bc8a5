package text

import (
	"strings"
	"unicode"
)

// traditional pairs characters of traditional and variant writing with the simplified
// ones: those that occur in names. Characters that are also names in their own right in
// simplified writing (乾, 著, 於) are left alone.
const traditional = `萬万與与專专業业東东絲丝兩两嚴严喪丧個个豐丰臨临為为麗丽舉举義义烏乌樂乐喬乔習习鄉乡書书買买亂乱爭争虧亏雲云亞亚產产畝亩
親亲億亿僅仅從从倉仓儀仪價价眾众優优會会傘伞偉伟傳传傷伤倫伦偽伪體体餘余傭佣債债傾倾償偿儲储兒儿黨党蘭兰關关興兴養养獸兽內内岡冈冊册寫写軍军農农馮冯
凍冻淨净準准涼凉減减湊凑鳳凤憑凭凱凯擊击鑿凿劃划劉刘則则剛刚創创刪删劑剂劍剑劇剧勸劝辦办務务動动勵励勁劲勞劳勢势區区醫医華华協协單单賣卖盧卢鹵卤臥卧衛卫廠厂
廳厅曆历歷历厲厉壓压廈厦廚厨縣县參参雙双發发變变敘叙葉叶號号嘆叹後后嚇吓呂吕嗎吗聽听啟启吳吴員员週周詠咏響响喚唤嘗尝嚐尝園园圍围國国圖图圓圆聖圣場场壞坏塊块堅坚
壇坛塢坞墳坟墜坠壟垄壩坝墊垫墾垦執执壯壮聲声殼壳壺壶處处備备復复複复夠够頭头誇夸夾夹奪夺奮奋獎奖奧奥妝妆婦妇媽妈嬌娇娛娱孫孙學学寧宁寶宝實实寵宠審审憲宪宮宫寬宽賓宾
對对尋寻導导壽寿將将爾尔塵尘盡尽層层屬属屆届歲岁豈岂崗岗島岛嶺岭嶽岳峽峡幣币帥帅師师帳帐帶带幫帮幹干並并廣广莊庄慶庆廬庐庫库應应廟庙龐庞廢废開开異异棄弃張张彌弥彎弯彈弹強强
歸归當当錄录徹彻徑径憶忆憂忧懷怀態态總总戀恋恆恒惡恶愛爱慣惯憐怜戰战戲戏戶户撲扑託托擴扩掃扫揚扬擾扰撫抚搶抢護护報报擔担擬拟攏拢揀拣擁拥攔拦擇择掛挂揮挥損损換换據据
攝摄撐撑敵敌數数齋斋斷断無无舊旧時时曠旷顯显晉晋曉晓暉晖暫暂術术機机殺杀雜杂權权條条來来楊杨極极構构槍枪櫃柜標标棧栈棟栋欄栏樹树樣样橋桥檔档夢梦檢检樓楼歐欧歡欢殘残
氣气漢汉湯汤溝沟沒没滬沪瀘泸濘泞淚泪澤泽潔洁灑洒窪洼漿浆澆浇測测濟济瀏浏濃浓塗涂濤涛渦涡潤润漲涨漸渐漁渔溫温灣湾濕湿滾滚滿满濾滤灘滩滅灭燈灯靈灵災灾爐炉點点煉炼
煙烟煩烦燒烧熱热煥焕營营牆墙獨独獅狮獎奖獲获獵猎瑪玛環环現现瓊琼電电畫画暢畅疊叠療疗盤盘監监蓋盖鹽盐盜盗眞真確确碼码磚砖礎础礦矿礙碍禮礼禪禅離离種种積积稱称穩稳窮穷竊窃
競竞筆笔築筑簡简籃篮類类糧粮糾纠紀纪純纯紅红約约級级紡纺紙纸紋纹細细終终組组結结綠绿經经統统絕绝給给絡络維维綜综網网綿绵緊紧緒绪線线締缔編编緣缘縮缩績绩織织繁繁繼继續续
纖纤罰罚羅罗職职聯联聰聪肅肃腦脑腳脚脫脱膠胶藝艺節节蘇苏蘋苹薦荐蕭萧薩萨藍蓝藥药蘆芦蟲虫蠶蚕補补裝装製制褲裤襲袭見见規规視视覺觉覽览觀观計计訂订訊讯記记講讲許许論论設设訪访
證证評评識识詞词試试詩诗誠诚話话詢询該该詳详語语誤误說说請请諸诸課课調调談谈謀谋謙谦謝谢譜谱貝贝負负財财貢贡貨货質质販贩貴贵貸贷費费賀贺賈贾資资賽赛贊赞贏赢趙赵趕赶跡迹
車车軌轨軟软輕轻載载輔辅輛辆輝辉輪轮輸输轉转達达遷迁過过運运還还進进遠远連连遲迟適适選选遼辽邁迈鄭郑鄧邓鄰邻醬酱釀酿針针釣钓鈉钠鈣钙鋼钢鐵铁鋁铝銅铜銀银錫锡鋅锌鎳镍鈦钛鋰锂
錢钱鍋锅鍛锻鎢钨鏡镜鐘钟鍾钟長长門门閃闪問问間间閔闵聞闻閣阁閱阅闊阔隊队陽阳陰阴陣阵階阶際际陸陆陳陈險险隨随隱隐難难霧雾韓韩頁页頂顶項项順顺須须預预領领頻频題题額额風风飛飞
飯饭飲饮飼饲飾饰館馆馬马駐驻駕驾騰腾驗验驛驿鬆松鬥斗魚鱼魯鲁鮮鲜鯨鲸鳥鸟鴻鸿鵬鹏鶴鹤鷹鹰麥麦麵面黃黄齊齐齒齿龍龙龜龟臺台檯台颱台裡里裏里羣群峯峰滙汇匯汇彙汇祕秘鉅巨佈布係系
證证製制託托瞭了範范週周製制創创鑽钻錦锦鑫鑫銘铭鋒锋鎮镇鑄铸鏈链鍊链閩闽贛赣蘊蕴韻韵馳驰駿骏驥骥鯤鲲鸞鸾鵝鹅鴨鸭雞鸡豬猪貓猫溼湿籠笼簽签籤签糖糖緯纬紹绍緻致縱纵總总
團团湧涌鑑鉴鑒鉴邊边腸肠膚肤臟脏遊游郵邮鑰钥錶表鏽锈闢辟隸隶雖虽韌韧顆颗飽饱驚惊髮发鬧闹魷鱿龔龚鄔邬鄺邝閻阎顏颜顧顾饒饶駱骆鮑鲍譚谭賴赖鄒邹蔣蒋聶聂婁娄祿禄穀谷稅税稈秆窩窝筍笋紗纱絨绒緞缎縫缝繡绣纜缆脈脉膽胆艦舰芻刍莖茎葦苇蔥葱蝦虾蟻蚁衝冲
觸触訓训詐诈謹谨譽誉贖赎軸轴遺遗鉛铅鉀钾銷销錳锰鎂镁鐳镭閥阀雛雏頸颈餅饼饅馒駛驶鬚须鯉鲤鰻鳗鱷鳄鴿鸽鹼碱黴霉壘垒奬奖嶄崭巒峦幟帜徵征慮虑懸悬掙挣擺摆攜携暈晕曬晒棗枣榮荣樁桩槳桨橫横樸朴檸柠櫻樱欽钦毀毁滄沧漣涟潛潜潑泼澗涧澱淀濱滨瀕濒瀝沥煬炀
熾炽燦灿燭烛牽牵犢犊狀状瑩莹瑤瑶璽玺畢毕異异癒愈磯矶禎祯穎颖穫获簾帘粵粤紐纽綱纲綫线縷缕罷罢臉脸舖铺鋪铺茲兹蔭荫藹蔼蠟蜡衆众詮诠誼谊諾诺譯译讓让豔艳艷艳贈赠躍跃轎轿遙遥鄲郸鄖郧酈郦鈞钧鈺钰鉑铂銳锐錘锤鍍镀鎖锁鏟铲閏闰閘闸隴陇雋隽靜静頤颐頗颇
饋馈驪骊鶯莺鸝鹂齡龄晝昼齣出麼么塚冢彥彦偵侦側侧償偿內内勛勋勳勋勵励匱匮卻却吶呐員员啞哑喚唤嗚呜嘩哗嚮向團团坵丘墩墩壩坝夥伙妳你娛娱嬰婴孿孪寢寝屜屉崑昆崙仑嵐岚巖岩帥帅廂厢廈厦強强徑径恥耻悅悦慚惭憤愤懇恳`

func simplifications() map[rune]rune {
	out := map[rune]rune{}
	runes := []rune(strings.ReplaceAll(traditional, "\n", ""))
	for i := 0; i+1 < len(runes); i += 2 {
		out[runes[i]] = runes[i+1]
	}
	return out
}

// plain returns a text for comparing: half-width, simplified, lower case, every kind of
// bracket round, every middle dot one, Latin letters without marks.
func (n *Names) plain(s string) string {
	s = withoutInvisible(strings.ToValidUTF8(s, ""))
	var b strings.Builder
	for _, r := range s {
		r = narrow(r, ascii)
		if to, found := n.simple[r]; found {
			r = to
		}
		switch r {
		case '〔', '【', '[', '〈', '﹝', '［', '{':
			r = '('
		case '〕', '】', ']', '〉', '﹞', '］', '}':
			r = ')'
		case '㈱':
			b.WriteString("株式会社")
			continue
		case '·', '•', '・', '．', '‧', '∙', '⋅', '･', 'ꞏ':
			r = '·'
		case 'ß':
			b.WriteString("ss")
			continue
		case 'ø', 'Ø':
			r = 'o'
		case 'æ', 'Æ':
			b.WriteString("ae")
			continue
		}
		switch {
		case isBlank(r) || isBreak(r):
			r = ' '
		case isControl(r), r >= '\u0300' && r <= '\u036f':
			continue
		case r > 0x7f && unicode.Is(unicode.Latin, r):
			r = bare(r)
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return foldBlanks(b.String())
}

// onlyLetters keeps letters and digits alone.
func onlyLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

func hasHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}
