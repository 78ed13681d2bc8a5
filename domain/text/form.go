package text

import (
	"slices"
	"strings"
)

// forms are the legal forms that stand at the end of a Chinese name, the longest first;
// 集团 and 股份 are seen through with them.
func forms() []string {
	return []string{
		"股份有限责任公司", "股份有限公司", "有限责任公司", "有限公司", "股份公司", "集团公司", "总公司", "公司",
		"株式会社", "有限会社", "合同会社", "有限责任", "有限合伙", "普通合伙", "特殊普通合伙", "个人独资", "个体工商户",
		"集团", "股份", "有限",
	}
}

// isForm reports whether a word is a legal form and nothing else.
func isForm(word string) bool { return slices.Contains(forms(), word) }

// withoutForm takes the legal forms off the end of a name and reports whether there
// was one that makes the name a full one.
func withoutForm(s string) (core string, formal bool) {
	for again := true; again; {
		again = false
		for _, form := range forms() {
			rest, found := strings.CutSuffix(s, form)
			if !found {
				rest, found = strings.CutPrefix(s, form)
				found = found && strings.HasSuffix(form, "会社")
			}
			if found && rest != "" {
				s, again = rest, true
				formal = formal || strings.HasSuffix(form, "有限公司") || strings.HasSuffix(form, "有限责任公司")
				break
			}
		}
	}
	return s, formal
}

// cooperative writes the forms of farmers' cooperatives as one.
func cooperative(s string) string {
	for _, form := range []string{"农民专业合作社", "专业合作社", "农业合作社", "股份合作社"} {
		if base, found := strings.CutSuffix(s, form); found && base != "" {
			return base + "合作社"
		}
	}
	return s
}

// numerals writes a single Arabic digit that numbers a thing as the Chinese one: 第1,
// 2厂, 3期.
func numerals(s string) string {
	runes := []rune(s)
	digit := func(i int) bool { return i >= 0 && i < len(runes) && runes[i] >= '0' && runes[i] <= '9' }
	for i := range runes {
		if !digit(i) || digit(i-1) || digit(i+1) {
			continue
		}
		after := i+1 < len(runes) && strings.ContainsRune("厂期号分院局建冶矿化中小", runes[i+1])
		if after || i > 0 && runes[i-1] == '第' {
			runes[i] = []rune("零一二三四五六七八九")[runes[i]-'0']
		}
	}
	return string(runes)
}

// trades are words of trades and of what firms do: a name that is made of them alone has
// no brand, so the place before it is part of the name (青岛啤酒, 北京银行).
func trades() []string {
	return strings.Fields(`食品 机械 科技 技术 实业 发展 贸易 商贸 投资 农业 农牧 畜牧 化工 化学 建材 电子 电气 电器 电力 电机 能源
		新能源 材料 新材料 医药 制药 药业 医疗 器械 生物 环保 环境 物流 运输 交通 汽车 客车 纺织 服装 家具 包装 印刷 食业 饮料 酒业 啤酒 白酒
		乳业 水泥 钢铁 矿业 煤业 煤炭 置业 房地产 地产 建设 建筑 建工 工程 旅游 文化 传媒 教育 信息 软件 网络 智能 制造 装备 设备 重工
		光伏 风电 种植 养殖 农产品 粮油 粮食 银行 机场 港口 港务 大学 学院 医院 城市 城建 水务 燃气 热力 供水 供电 公交 地铁 轨道 石化
		石油 国际 控股 产业 工业 商业 经贸 外贸 进出口 供应链 管理 咨询 服务 餐饮 酒店 超市 百货 农村 农商 商业银行 信用 担保 租赁 证券
		保险 基金 资产 资本 开发 经营 销售 加工 仓储 冷链 玻璃 陶瓷 塑料 橡胶 造纸 纸业 家居 园林 绿化 铝业 铜业 冶金 金属 五金 模具
		半导体 通信 通讯 光电 激光 电池 储能 氢能 航空 航天 船舶 铁路 公路 路桥 市政 水利 水电 热电 发电 电缆 电线 仪表 仪器 自动化
		饲料 种业 林业 渔业 水产 果业 茶业 糖业 盐业 肉类 肉业 调味品 烟草 珠宝 体育 健康 养老 数据 数字 互联网 电商 电子商务`)
}

// isTrade reports whether a text is made of words of trades alone.
func (n *Names) isTrade(s string) bool {
	// made[i] is whether the first i bytes are: each place is looked at once.
	made := make([]bool, len(s)+1)
	made[0] = true
	for i := range s {
		if !made[i] {
			continue
		}
		for _, t := range n.trades {
			if strings.HasPrefix(s[i:], t) {
				made[i+len(t)] = true
			}
		}
	}
	return made[len(s)]
}

func (n *Names) beginsInTrade(s string) bool {
	return slices.ContainsFunc(n.trades, func(t string) bool { return strings.HasPrefix(s, t) })
}

func (n *Names) endsInTrade(s string) bool {
	return slices.ContainsFunc(n.trades, func(t string) bool { return strings.HasSuffix(s, t) })
}
