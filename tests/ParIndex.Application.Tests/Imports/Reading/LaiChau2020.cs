namespace ParIndex.Application.Tests.Imports.Reading;

/// <summary>The real table of 2020, as the province published it.</summary>
internal static class LaiChau2020
{
    internal const string Csv = """
        group,subgroup,no,unit,appraisal_score,survey_score,total_score,published_index_percent,published_rating
        "Sở, ban, ngành tỉnh",Thang điểm 98,1,Sở Nội vụ,62.30,23.37,85.67,87.42,Tốt
        "Sở, ban, ngành tỉnh",Thang điểm 98,2,Sở Tư pháp,61.76,23.03,84.79,86.52,Tốt
        "Sở, ban, ngành tỉnh",Thang điểm 98,3,Sở Kế hoạch và Đầu tư,62.64,21.70,84.34,86.06,Tốt
        "Sở, ban, ngành tỉnh",Thang điểm 98,4,Sở Giáo dục và Đào tạo,61.25,22.70,83.95,85.66,Tốt
        "Sở, ban, ngành tỉnh",Thang điểm 98,5,Sở Khoa học và Công nghệ,60.89,23.06,83.95,85.66,Tốt
        "Sở, ban, ngành tỉnh",Thang điểm 98,6,Sở Giao thông vận tải,62.20,21.08,83.28,84.98,Tốt
        "Sở, ban, ngành tỉnh",Thang điểm 98,7,Sở Công thương,61.46,21.56,83.02,84.71,Tốt
        "Sở, ban, ngành tỉnh",Thang điểm 98,8,Sở Tài nguyên và Môi trường,60.06,22.33,82.39,84.07,Tốt
        "Sở, ban, ngành tỉnh",Thang điểm 98,9,Sở Xây dựng,58.31,22.28,80.59,82.23,Tốt
        "Sở, ban, ngành tỉnh",Thang điểm 98,10,Sở Thông tin và Truyền thông,58.47,21.84,80.31,81.95,Tốt
        "Sở, ban, ngành tỉnh",Thang điểm 98,11,"Sở Văn hóa, thể thao và Du lịch",59.52,20.75,80.27,81.91,Tốt
        "Sở, ban, ngành tỉnh",Thang điểm 98,12,"Sở Lao động, TB&XH",57.81,21.38,79.19,80.81,Tốt
        "Sở, ban, ngành tỉnh",Thang điểm 98,13,Sở Tài chính,54.52,20.88,75.40,76.94,Khá
        "Sở, ban, ngành tỉnh",Thang điểm 98,14,Sở Nông nghiệp và PTNT,54.79,20.52,75.31,76.85,Khá
        "Sở, ban, ngành tỉnh",Thang điểm 98,15,Sở Y tế,51.57,21.25,72.82,74.31,Khá
        "Sở, ban, ngành tỉnh",Đơn vị đặc thù (dưới 98),1,Sở Ngoại vụ,52.36,15.57,67.93,86.53,Tốt
        "Sở, ban, ngành tỉnh",Đơn vị đặc thù (dưới 98),2,Thanh tra tỉnh,54.07,12.25,66.32,82.90,Tốt
        "Sở, ban, ngành tỉnh",Đơn vị đặc thù (dưới 98),3,Văn phòng UBND tỉnh,43.63,14.80,58.43,82.88,Tốt
        "Sở, ban, ngành tỉnh",Đơn vị đặc thù (dưới 98),4,Ban Dân tộc,47.77,13.86,61.63,77.04,Khá
        "Sở, ban, ngành tỉnh",Đơn vị đặc thù (dưới 98),5,BQL Khu KTCK Ma Lù Thàng,42.42,12.81,55.23,72.19,Khá
        "UBND huyện, thành phố",,1,Thành phố Lai Châu,55.17,21.04,76.21,77.77,Khá
        "UBND huyện, thành phố",,2,Huyện Tam Đường,52.44,21.56,74.00,75.51,Khá
        "UBND huyện, thành phố",,3,Huyện Tân Uyên,52.63,20.46,73.09,74.58,Khá
        "UBND huyện, thành phố",,4,Huyện Mường Tè,52.06,20.93,72.99,74.48,Khá
        "UBND huyện, thành phố",,5,Huyện Phong Thổ,50.44,19.29,69.73,71.15,Khá
        "UBND huyện, thành phố",,6,Huyện Nậm Nhùn,48.41,20.15,68.56,69.96,Trung bình
        "UBND huyện, thành phố",,7,Huyện Than Uyên,47.70,20.82,68.52,69.92,Trung bình
        "UBND huyện, thành phố",,8,Huyện Sìn Hồ,46.19,20.27,66.46,67.81,Trung bình
        """;
}
